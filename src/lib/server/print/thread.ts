import { parentPort } from 'node:worker_threads';
import { openEngine, printWith } from './engine.ts';
import type { Answer, Job } from './job.ts';

/** The thread that makes PDF files, one job after the other, see pdfWorker.server.ts. */
const engine = await openEngine();

parentPort?.on('message', (job: Job) => {
	const answer: Answer = engine ? printWith(engine, job) : { kind: 'unable' };
	parentPort?.postMessage(answer, answer.kind === 'pdf' ? [answer.pdf.buffer] : []);
});
