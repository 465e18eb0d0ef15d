/** The desk where contributions are distilled: from texts to clusters, from clusters to points. */
export { assign, colleagues, remark, setAside } from './assigning.server.ts';
export { describe, leadTo, mark, merge, open, split, takeOut, type Point } from './clustering.server.ts';
export {
	cluster,
	clusterById,
	clusters,
	clustersOf,
	membersOf,
	relatives,
	remarksOn,
	type Member
} from './clusters.server.ts';
export {
	counts,
	inHand,
	itemsOf,
	nextAfter,
	worklist,
	type Count,
	type InHand,
	type Remark,
	type WorkItem
} from './desk.server.ts';
export { takeIn, takeInNews } from './intake.server.ts';
export { undo } from './ledger.server.ts';
export { cut, put, uncut } from './placing.server.ts';
export { similarTo, type Alike } from './similar.server.ts';
export { placesOf, type Place, type Segment } from './reading.server.ts';
export { beside, type Neighbour, type Suggestion } from './suggesting.server.ts';
export { log } from './log.server.ts';
