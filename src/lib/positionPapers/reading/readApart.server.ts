import { JobLost, JobThread } from '../../server/jobThread.server.ts';
import { t } from '../../texts/texts.ts';
import { PaperProblem } from './blocks.ts';
import { Answer, type Job } from './job.ts';
import type { PaperRead } from './read.server.ts';

/** A paper of a hundred pages takes a few seconds on a slow machine. */
const LONGEST = 30_000;

const papers = new JobThread('src/lib/positionPapers/reading/thread.server.ts', { job: LONGEST });

/**
 * `readPaper` in a thread of its own: a file that is made to take for ever is refused, and keeps nobody from anything.
 * Throws PaperProblem, also `tooHard`.
 */
export async function readApart(bytes: Uint8Array, thread: JobThread = papers): Promise<PaperRead> {
	const { untitled, page } = t.positionPapers;
	const job: Job = { bytes, words: { untitled, page } };
	const said = await thread.run(job).catch((problem: unknown) => {
		throw problem instanceof JobLost ? new PaperProblem('tooHard') : problem;
	});
	const answer = Answer.parse(said);
	if (answer.kind === 'refused') throw new PaperProblem(answer.problem);
	if (answer.kind === 'broken') throw new Error(`a paper could not be read: ${answer.problem}`);
	return { sections: answer.sections, dropped: answer.dropped };
}
