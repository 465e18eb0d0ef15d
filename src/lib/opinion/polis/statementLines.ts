import { ID_MAX, isTooWide, type Problem } from '../../import/row.ts';
import { readSheet } from '../../import/sheet.ts';
import { BODY_MAX } from '../../proposals/proposal.ts';
import { t } from '../../texts/texts.ts';
import { cellAt, columnName, placeIn, placeOf, unreadable, type RefusedLine } from './exportLine.ts';

/** A statement as it stands in comments.csv, its words untouched. */
export interface ReadStatement {
	/** 0: it has votes, but stands nowhere in comments.csv. */
	line: number;
	id: string;
	/** Empty: its words are missing or cannot be shown. Its votes count all the same. */
	body: string;
	/** By the moderation there, or because it is about the conversation itself. Its votes count as nothing. */
	takenOut: boolean;
	/** How many agreed and disagreed, as the file counts them; null where it does not. */
	said: { agree: number; disagree: number } | null;
}

export interface ReadStatements {
	statements: Map<string, ReadStatement>;
	/** People who have written statements; null where the file does not say who did. */
	commenters: number | null;
	/** Statements the moderation took out; null where the file does not say. */
	moderatedOut: number | null;
	refused: RefusedLine[];
	/** What is to be known of the file as a whole, in sentences. */
	notes: string[];
}

const FILE = 'comments.csv';
const YES = /^(true|t|yes|1)$/i;
const COUNT = /^\d+$/;

function columnsOf(names: readonly string[]) {
	const header = names.map(columnName);
	return {
		id: placeIn(FILE, header, 'comment-id', 'tid', 'statement-id', 'id'),
		body: placeIn(FILE, header, 'comment-body', 'body', 'txt', 'text', 'comment'),
		author: placeOf(header, 'author-id', 'author', 'pid'),
		moderated: placeOf(header, 'moderated', 'mod'),
		meta: placeOf(header, 'is-meta', 'meta'),
		agrees: placeOf(header, 'agrees', 'n-agree'),
		disagrees: placeOf(header, 'disagrees', 'n-disagree')
	};
}

type Columns = ReturnType<typeof columnsOf>;

function problemOf({ id, body }: ReadStatement): Problem | null {
	if (`${id}${body}`.includes('\0')) return 'signs';
	if (id === '') return 'idMissing';
	if (id.length > ID_MAX) return 'idTooLong';
	if (body.trim() === '') return 'textMissing';
	return body.length > BODY_MAX ? 'textTooLong' : null;
}

/** Without words that could be shown, but known by its id. */
const hasId = (problem: Problem) => ['textMissing', 'textTooLong', 'columns'].includes(problem);

const isModeratedOut = (cells: readonly string[], { moderated }: Columns) => Number(cellAt(cells, moderated) || 0) < 0;

function statementIn(cells: readonly string[], line: number, columns: Columns): ReadStatement {
	const [agree, disagree] = [cellAt(cells, columns.agrees), cellAt(cells, columns.disagrees)];
	const counted = COUNT.test(agree) && COUNT.test(disagree);
	return {
		...{ line, id: cellAt(cells, columns.id), body: cells[columns.body] ?? '' },
		takenOut: isModeratedOut(cells, columns) || YES.test(cellAt(cells, columns.meta)),
		said: counted ? { agree: Number(agree), disagree: Number(disagree) } : null
	};
}

/** comments.csv. Throws `BadSheet` when it is something else. */
export function readStatementLines(bytes: Uint8Array): ReadStatements {
	const sheet = readSheet(bytes);
	const columns = columnsOf(sheet.header);
	const statements = new Map<string, ReadStatement>();
	const authors = new Set<string>();
	const refused = unreadable(sheet, FILE);
	let moderatedOut = 0;
	for (const record of sheet.records) {
		const { line, cells } = record;
		const one = statementIn(cells, line, columns);
		const own = isTooWide(sheet, record) ? 'columns' : problemOf(one);
		const problem = own ?? (statements.has(one.id) ? 'idTwice' : null);
		if (problem) refused.push({ file: FILE, line, problem });
		if (problem && (!hasId(problem) || one.id === '' || statements.has(one.id))) continue;
		statements.set(one.id, problem ? { ...one, body: '' } : one);
		if (isModeratedOut(cells, columns)) moderatedOut++;
		authors.add(cellAt(cells, columns.author));
	}
	authors.delete('');
	return {
		...{ statements, refused, commenters: columns.author === null ? null : authors.size },
		moderatedOut: columns.moderated === null ? null : moderatedOut,
		notes: columns.moderated === null ? [t.imports.conversation.noModerated] : []
	};
}
