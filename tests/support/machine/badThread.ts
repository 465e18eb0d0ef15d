import { parentPort } from 'node:worker_threads';

/** Answers a job with itself, but for two that are bad for whoever does them. */
parentPort?.on('message', (job: unknown) => {
	if (job === 'deadly') throw new Error('dead');
	const kept: string[][] = [];
	while (job === 'huge') kept.push(Array.from({ length: 1e6 }, (_, at) => String(at + kept.length)));
	parentPort?.postMessage(job);
});
