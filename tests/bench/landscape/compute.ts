import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { analyse, mapped } from '#lib/opinion/analysis.ts';
import { Chance } from '#lib/opinion/chance.ts';
import { cloud } from '#lib/opinion/clustering/kdTree.ts';
import type { Matrix } from '#lib/opinion/matrix.ts';
import { included, placesOf } from '#lib/opinion/components/projection.ts';
import { partitions } from '#lib/opinion/stability/stability.ts';
import { made } from '../../support/opinion/conversation.ts';
import { SizeForm } from './size.ts';

const CAMPS = [0.6, 0.4];

/**
 * Computes a landscape several times over, from memory and in a thread, as the server's worker does, in a process of its
 * own: prints the milliseconds of each time and the most memory the process ever took, in MB.
 */
if (isMainThread) {
	const worker = new Worker(new URL(import.meta.url), { workerData: JSON.parse(process.argv[2] ?? '{}') });
	worker.once('message', (millis) => {
		console.log(JSON.stringify({ millis, memory: process.resourceUsage().maxRSS / 1_024 }));
	});
} else {
	const { people, statements, each, what, times } = SizeForm.parse(workerData);
	const matrix = made({ camps: CAMPS.map((share) => share * people), statements, each });
	const compute = { picture: () => picture(matrix), verdict: () => analyse(matrix).verdict }[what];
	const millis = Array.from({ length: times }, () => {
		const began = performance.now();
		compute();
		return performance.now() - began;
	});
	parentPort?.postMessage(millis);
}

/** What is drawn: votes in their order, axes, where everybody stands, and the number of groups that is there. */
function picture(matrix: Matrix) {
	const { canonical, all } = mapped(matrix);
	const places = placesOf(all, included(canonical.matrix));
	return partitions(cloud(places), [CAMPS.length], new Chance(canonical.seed));
}
