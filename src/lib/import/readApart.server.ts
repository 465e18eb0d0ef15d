import { JobThread } from '../server/jobThread.server.ts';
import { t } from '../texts/texts.ts';
import { BadSheet } from './places.ts';
import { Answer, type Job } from './job.ts';
import { kindOf } from './signature.ts';
import type { Worksheet } from './workbook.ts';

/** A hundred thousand rows take some seconds on a slow machine. */
const LONGEST = 60_000;

const workbooks = new JobThread('src/lib/import/thread.server.ts', { job: LONGEST });

/**
 * The tables of a workbook, read in a thread of its own; null: it is a text. Throws `BadSheet`, and `JobLost` where the file
 * keeps its reader busy for longer than any honest one.
 */
export async function readApart(bytes: Uint8Array, thread: JobThread = workbooks): Promise<Worksheet[] | null> {
	const kind = kindOf(bytes);
	if (kind !== 'xlsx' && kind !== 'ods') return null;
	const job: Job = { bytes, kind };
	const answer = Answer.parse(await thread.run(job));
	if (answer.kind !== 'read') throw new BadSheet(t.imports.kinds[answer.kind]);
	return answer.sheets;
}
