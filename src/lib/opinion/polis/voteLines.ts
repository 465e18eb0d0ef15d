import type { SheetRecord } from '../../import/records.ts';
import { isTooWide, type Problem } from '../../import/row.ts';
import { readSheet, type Sheet } from '../../import/sheet.ts';
import { cellAt, columnName, isCut, placeIn, placeOf, unreadable, type RefusedLine } from './exportLine.ts';

/** By person, then by statement. */
export type People = Map<string, Map<string, number>>;

export interface ReadPeople {
	people: People;
	/** The group each person was published in, as the file names it. */
	published: Map<string, string>;
	refused: RefusedLine[];
}

interface Known {
	has(id: string): boolean;
	readonly size: number;
}

const PERSON = ['participant', 'participant-id', 'voter-id', 'voter', 'pid'] as const;
const TABLE = 'participants-votes.csv';
const SINGLE = 'votes.csv';
/** Columns of the table that are about the person. */
const ABOUT = new Set(['participant', 'xid', 'group-id', 'n-comments', 'n-votes', 'n-agree', 'n-disagree']);
const WHOLE = /^-?\d+$/;

/** Statements are the columns named by a number, or as comments.csv names them; where none is, all we do not know. */
function statementsIn(names: readonly string[], known: Known, others: readonly (number | null)[]) {
	const named = names.flatMap((name, place) => {
		const id = name.trim();
		return others.includes(place) || ABOUT.has(columnName(name)) || id === '' ? [] : [{ place, id }];
	});
	const sure = named.filter(({ id }) => WHOLE.test(id) || known.has(id));
	return sure.length > 0 ? sure : known.size === 0 ? named : [];
}

/** participants-votes.csv: a line for each person, a column for each statement. Who comes twice may add to it. */
export function readTableLines(bytes: Uint8Array, known: Known): ReadPeople {
	const sheet = readSheet(bytes);
	const header = sheet.header.map(columnName);
	const who = placeIn(TABLE, header, ...PERSON);
	const group = placeOf(header, 'group-id', 'group', 'gid');
	const columns = statementsIn(sheet.header, known, [who, group]);
	const read: ReadPeople = { people: new Map(), published: new Map(), refused: unreadable(sheet, TABLE) };
	for (const record of sheet.records) {
		const { line, cells } = record;
		const person = cellAt(cells, who);
		const votes = columns.map(({ id, place }) => [id, voteOf(cells[place] ?? '')] as const);
		const odd = votes.some(([, vote]) => vote === undefined);
		const problem = tableProblem(sheet, record, { person, odd, known: read.people.has(person) });
		if (problem) read.refused.push({ file: TABLE, line, problem });
		if (problem === 'personMissing' || problem === 'columns') continue;
		add(read, person, cellAt(cells, group), votes);
	}
	return read;
}

function tableProblem(
	sheet: Sheet,
	record: SheetRecord,
	{ person, odd, known }: { person: string; odd: boolean; known: boolean }
): Problem | null {
	if (person === '') return record.cells.every(isEmpty) ? null : 'personMissing';
	if (isTooWide(sheet, record)) return 'columns';
	if (odd) return 'voteWrong';
	if (known) return 'personTwice';
	return isCut(sheet, record) ? 'rowCut' : null;
}

function add(
	{ people, published }: ReadPeople,
	person: string,
	label: string,
	votes: readonly (readonly [id: string, vote: number | null | undefined])[]
): void {
	if (person === '') return;
	const own = people.get(person) ?? new Map<string, number>();
	people.set(person, own);
	for (const [id, vote] of votes) if (isVote(vote)) own.set(id, vote);
	if (!isEmpty(label)) published.set(person, label);
}

const isVote = (vote: number | null | undefined): vote is number => vote !== null && vote !== undefined;

interface SingleVote {
	line: number;
	at: number;
	person: string;
	statement: string;
	vote: number | null | undefined;
}

/** votes.csv: a line for each vote. Of several of one person on one statement the latest counts. */
export function readSingleLines(bytes: Uint8Array): ReadPeople {
	const sheet = readSheet(bytes);
	const read = reader(sheet.header);
	const refused = unreadable(sheet, SINGLE);
	const good: SingleVote[] = [];
	for (const record of sheet.records) {
		const one = read(record);
		const problem = isTooWide(sheet, record) ? 'columns' : isCut(sheet, record) ? 'voteCut' : problemOf(one);
		if (problem) refused.push({ file: SINGLE, line: one.line, problem });
		else good.push(one);
	}
	good.sort((one, other) => one.at - other.at || one.line - other.line);
	const people: People = new Map();
	for (const { person, statement, vote } of good) {
		const votes = people.get(person) ?? new Map<string, number>();
		people.set(person, votes);
		if (isVote(vote)) votes.set(statement, vote);
	}
	return { people, published: new Map(), refused };
}

function reader(names: readonly string[]): (record: SheetRecord) => SingleVote {
	const header = names.map(columnName);
	const who = placeIn(SINGLE, header, 'voter-id', ...PERSON);
	const what = placeIn(SINGLE, header, 'comment-id', 'tid', 'statement-id');
	const how = placeIn(SINGLE, header, 'vote', 'value');
	const when = placeOf(header, 'timestamp', 'created', 'modified');
	return ({ line, cells }) => ({
		line,
		at: momentOf(cellAt(cells, when)),
		person: cellAt(cells, who),
		statement: cellAt(cells, what),
		vote: voteOf(cellAt(cells, how))
	});
}

/** Seconds, milliseconds or a date, the same throughout a file. What is none of these came when its line did. */
function momentOf(cell: string): number {
	return Number(cell) || Date.parse(cell) || 0;
}

function problemOf({ person, statement, vote }: SingleVote): Problem | null {
	if (person === '') return 'personMissing';
	if (statement === '') return 'statementMissing';
	return vote === undefined ? 'voteWrong' : null;
}

const UNSEEN = /^(|na|nan|null|none|-)$/i;

function isEmpty(cell: string): boolean {
	return UNSEEN.test(cell.trim());
}

/** 1, 0 or -1; null where nothing was said, undefined where we do not understand what was. */
function voteOf(cell: string): number | null | undefined {
	// Most cells of most tables.
	if (cell === '') return null;
	if (cell === '1') return 1;
	if (cell === '-1') return -1;
	if (isEmpty(cell)) return null;
	return [1, 0, -1].find((value) => value === Number(cell));
}
