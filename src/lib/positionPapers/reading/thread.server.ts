import { parentPort } from 'node:worker_threads';
import { PaperProblem } from './blocks.ts';
import { readPaper } from './read.server.ts';
import { JobMessage, type Answer } from './job.ts';

/** The thread that reads papers, one after the other, see readApart.server.ts. */
parentPort?.on('message', async (message: unknown) => {
	parentPort?.postMessage(await answerTo(message));
});

async function answerTo(message: unknown): Promise<Answer> {
	try {
		const { bytes, words } = JobMessage.parse(message);
		return { kind: 'read', ...(await readPaper(bytes, words)) };
	} catch (problem) {
		if (problem instanceof PaperProblem) return { kind: 'refused', problem: problem.problem };
		return { kind: 'broken', problem: problem instanceof Error ? (problem.stack ?? problem.message) : String(problem) };
	}
}
