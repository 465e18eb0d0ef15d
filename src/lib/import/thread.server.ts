import { parentPort } from 'node:worker_threads';
import { JobMessage, type Answer } from './job.ts';
import { readWorkbook } from './sheet.ts';
import { TooLarge } from './workbook.ts';

/** The thread that reads workbooks, one after the other, see readApart.server.ts. */
parentPort?.on('message', (message: unknown) => parentPort?.postMessage(answerTo(message)));

function answerTo(message: unknown): Answer {
	const { bytes, kind } = JobMessage.parse(message);
	try {
		return { kind: 'read', sheets: readWorkbook(bytes, kind) };
	} catch (problem) {
		return { kind: problem instanceof TooLarge ? 'tooLarge' : 'damaged' };
	}
}
