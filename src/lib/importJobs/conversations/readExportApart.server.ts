import { BadSheet } from '../../import/places.ts';
import { JobThread } from '../../server/jobThread.server.ts';
import { Answer, type ExportRead, type Job } from './job.ts';

/** Twenty megabytes are some hundred thousand votes. */
const LONGEST = 60_000;

const exports = new JobThread('src/lib/importJobs/conversations/thread.server.ts', { job: LONGEST });

/**
 * The files of an export, or the archive they are in, read in a thread of its own. Throws `BadSheet` with a sentence, and
 * `JobLost` where the files keep their reader busy for longer than any honest ones.
 */
export async function readExportApart(files: Job['files'], thread: JobThread = exports): Promise<ExportRead> {
	const job: Job = { files };
	const answer = Answer.parse(await thread.run(job));
	if (answer.kind === 'bad') throw new BadSheet(answer.sentence);
	return answer;
}
