import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { analyse } from '#lib/opinion/analysis.ts';
import { made } from '../../support/conversation.ts';
import { SizeForm } from './size.ts';

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
	const { people, statements, each, times } = SizeForm.parse(workerData);
	const matrix = made({ camps: [0.6 * people, 0.4 * people], statements, each });
	const millis = Array.from({ length: times }, () => {
		const began = performance.now();
		analyse(matrix);
		return performance.now() - began;
	});
	parentPort?.postMessage(millis);
}
