import { parentPort } from 'node:worker_threads';
import { openEngine, printWith } from './engine.ts';
import type { Answer, Job } from './job.ts';

/** The press itself: a thread that prints one job after the other and knows nothing else. See press.server.ts. */
const engine = await openEngine();

parentPort?.on('message', (job: Job) => {
	const answer: Answer = engine ? printWith(engine, job) : { kind: 'unable' };
	parentPort?.postMessage(answer, answer.kind === 'pdf' ? [answer.pdf.buffer] : []);
});
