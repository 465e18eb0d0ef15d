import { parentPort } from 'node:worker_threads';
import { BadSheet } from '../../import/places.ts';
import { kindOf } from '../../import/signature.ts';
import { filesIn, TooLarge } from '../../import/workbook.ts';
import { TooManyStatements } from '../../opinion/polis/collectVotes.ts';
import { readSummary, roleOf, rolesIn, type ExportRole } from '../../opinion/polis/exportFiles.ts';
import { readExport } from '../../opinion/polis/polis.ts';
import { t } from '../../texts/texts.ts';
import { JobMessage, type Answer, type Job } from './job.ts';

/** The thread that reads exports of conversations, one after the other, see readExportApart.server.ts. */
parentPort?.on('message', (message: unknown) => parentPort?.postMessage(answerTo(message)));

function answerTo(message: unknown): Answer {
	const words = t.importJobs.conversation;
	try {
		return read(JobMessage.parse(message));
	} catch (problem) {
		if (problem instanceof BadSheet) return { kind: 'bad', sentence: problem.message };
		if (problem instanceof TooManyStatements) return { kind: 'bad', sentence: words.tooManyStatements };
		return { kind: 'bad', sentence: problem instanceof TooLarge ? t.imports.kinds.tooLarge : words.damaged };
	}
}

/** Archives are opened; what is in them and no part of an export counts for nothing. */
function unpacked({ files }: Job): Map<string, Uint8Array> {
	const all = new Map<string, Uint8Array>();
	for (const { name, bytes } of files) {
		const parts = kindOf(bytes) === 'zip' ? filesIn(bytes, (path) => roleOf(path) !== null) : { [name]: bytes };
		for (const [path, part] of Object.entries(parts)) all.set(path, part);
	}
	return all;
}

function read(job: Job): Answer {
	const files = unpacked(job);
	const roles = rolesIn([...files.keys()]);
	const of = (role: ExportRole) => files.get(roles.get(role) ?? '') ?? null;
	const [comments, table, votes, summary] = [of('comments'), of('table'), of('votes'), of('summary')];
	if (!comments) throw new BadSheet(t.imports.conversation.noComments);
	const from = readExport({ comments, table, votes });
	return { kind: 'read', from, ...(summary ? readSummary(summary) : { topic: null, url: null }) };
}
