/** The desk where contributions are distilled: from texts to clusters, from clusters to points. */
export { assign, colleagues, remark, setAside } from './assigning.server.ts';
export { describe, leadTo, mark, merge, open, split, takeOut, type Point } from './clusters/editClusters.server.ts';
export {
	cluster,
	clusterById,
	clusters,
	clustersOf,
	membersOf,
	relatives,
	remarksOn
} from './clusters/clusters.server.ts';
export { counts, inHand, nextAfter, worklist, type Count, type InHand, type WorkItem } from './desk/desk.server.ts';
export { syncContributions, syncIfChanged } from './desk/intake.server.ts';
export { undo } from './actions/actions.server.ts';
export { cut, put, uncut } from './segments/assignSegment.server.ts';
export { saidBefore } from './similar/saidBefore.server.ts';
export { placesOf, segmentsOf } from './reading.server.ts';
export { beside, type Neighbour } from './similar/suggestions.server.ts';
export { log } from './actions/actionLog.server.ts';
