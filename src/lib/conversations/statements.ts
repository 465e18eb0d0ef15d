import { BadSheet } from '../import/places.ts';
import { ID_MOST, isTooWide, type Problem } from '../import/row.ts';
import { readSheet } from '../import/sheet.ts';
import { cellAt, columnName, placeOf } from '../opinion/records.ts';
import { BODY_MOST } from '../proposals/proposal.ts';
import { fill, t } from '../texts/texts.ts';
import type { RefusedLine } from './conversation.ts';

/** A statement as it stands in comments.csv, its words untouched. */
export interface ReadStatement {
	line: number;
	id: string;
	body: string;
	/** By the moderation there, or because it is about the conversation itself. Its votes count as nothing. */
	takenOut: boolean;
}

export interface ReadStatements {
	statements: Map<string, ReadStatement>;
	refused: RefusedLine[];
}

const FILE = 'comments.csv';
const YES = /^(true|t|yes|1)$/i;

function columnsOf(names: readonly string[]) {
	const header = names.map(columnName);
	const id = placeOf(header, 'comment-id', 'tid', 'statement-id', 'id');
	const body = placeOf(header, 'comment-body', 'body', 'txt', 'text', 'comment');
	if (id === null || body === null) {
		const lacking = id === null ? 'comment-id' : 'comment-body';
		throw new BadSheet(fill(t.imports.conversation.noColumn, { file: FILE, names: lacking }));
	}
	return { id, body, moderated: placeOf(header, 'moderated', 'mod'), meta: placeOf(header, 'is-meta', 'meta') };
}

function problemOf({ id, body }: ReadStatement): Problem | null {
	if (`${id}${body}`.includes('\0')) return 'signs';
	if (id === '') return 'idMissing';
	if (id.length > ID_MOST) return 'idTooLong';
	if (body.trim() === '') return 'textMissing';
	return body.length > BODY_MOST ? 'textTooLong' : null;
}

/** comments.csv. Throws `BadSheet` when it is something else. */
export function readStatementLines(bytes: Uint8Array): ReadStatements {
	const sheet = readSheet(bytes);
	const columns = columnsOf(sheet.header);
	const statements = new Map<string, ReadStatement>();
	const refused: RefusedLine[] = sheet.broken.map((line) => ({ file: FILE, line, problem: 'unreadable' }));
	for (const record of sheet.records) {
		const { line, cells } = record;
		const takenOut = Number(cellAt(cells, columns.moderated) || 0) < 0 || YES.test(cellAt(cells, columns.meta));
		const one = { line, id: cellAt(cells, columns.id), body: cells[columns.body] ?? '', takenOut };
		const own = isTooWide(sheet, record) ? 'columns' : problemOf(one);
		const problem = own ?? (statements.has(one.id) ? 'idTwice' : null);
		if (problem) refused.push({ file: FILE, line, problem });
		else statements.set(one.id, one);
	}
	return { statements, refused };
}
