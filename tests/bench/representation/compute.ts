import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { audit } from '#lib/representation/audit/audit.ts';
import { supportOf } from '#lib/representation/audit/support.ts';
import { WEIGHINGS } from '#lib/representation/audit/weighing.ts';
import { Chance } from '../city/chance.ts';

const Size = z.object({ people: z.number(), clusters: z.number(), chosen: z.number(), times: z.number() });
const GROUPS = 6;
/** How many clusters somebody stands behind. */
const BEHIND = 12;

/**
 * Finds whom a version leaves out several times over, from memory and in a thread, in a process of its own: prints the
 * milliseconds of each time and the most memory the process ever took, in MB.
 */
if (isMainThread) {
	const [people, clusters, chosen, times] = process.argv.slice(2).map(Number);
	const worker = new Worker(new URL(import.meta.url), { workerData: { people, clusters, chosen, times } });
	worker.once('message', (millis) => {
		console.log(JSON.stringify({ millis, memory: process.resourceUsage().maxRSS / 1_024 }));
	});
} else {
	const size = Size.parse(workerData);
	const chance = new Chance(20);
	const people = Array.from({ length: size.people }, () => ({
		group: chance.below(GROUPS),
		candidates: Array.from({ length: BEHIND }, () => chance.below(size.clusters))
	}));
	const chosen = new Set(Array.from({ length: size.chosen }, (_, one) => one));
	const millis = Array.from({ length: size.times }, () => {
		const began = performance.now();
		// What is laid out once for both is part of it.
		const support = supportOf(people, GROUPS, size.clusters);
		for (const weighing of WEIGHINGS) audit(support, chosen, weighing);
		return performance.now() - began;
	});
	parentPort?.postMessage(millis);
}
