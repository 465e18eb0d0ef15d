import { BadSheet } from '../import/places.ts';
import type { Problem } from '../import/row.ts';
import type { SheetRecord } from '../import/records.ts';
import { readSheet } from '../import/sheet.ts';
import { cellAt, columnName, placeOf } from '../opinion/records.ts';
import { voteOf } from '../opinion/voteCell.ts';
import { fill, t } from '../texts/texts.ts';
import type { FileName, RefusedLine } from './conversation.ts';

/** By person, then by statement. */
export type People = Map<string, Map<string, number>>;

export interface ReadPeople {
	people: People;
	refused: RefusedLine[];
}

type Known = ReadonlyMap<string, unknown>;

const PERSON = ['participant', 'participant-id', 'voter-id', 'voter', 'pid'] as const;

function need(place: number | null, file: FileName, names: readonly string[]): number {
	if (place !== null) return place;
	throw new BadSheet(fill(t.imports.conversation.noColumn, { file, names: names.join(', ') }));
}

/** participants-votes.csv: a line for each person, a column for each statement. Who comes twice counts as last. */
export function readTableLines(bytes: Uint8Array, known: Known): ReadPeople {
	const file = 'participants-votes.csv';
	const sheet = readSheet(bytes);
	const header = sheet.header.map(columnName);
	const who = need(placeOf(header, ...PERSON), file, PERSON);
	const named = sheet.header.map((name, place) => ({ place, id: name.trim() }));
	const columns = named.filter(({ id, place }) => place !== who && known.has(id));
	const strange = named.filter(({ id, place }) => place !== who && /^\d+$/.test(id) && !known.has(id));
	const refused: RefusedLine[] = [
		...strange.map(({ id }) => ({ file, line: 1, problem: 'columnUnknown', name: id }) as const),
		...sheet.broken.map((line) => ({ file, line, problem: 'unreadable' }) as const)
	];
	const people: People = new Map();
	for (const { line, cells } of sheet.records) {
		const person = cellAt(cells, who);
		const votes = columns.map(({ id, place }) => [id, voteOf(cells[place] ?? '')] as const);
		const problem = person === '' ? 'personMissing' : votes.some(([, vote]) => vote === undefined) && 'voteWrong';
		if (problem) refused.push({ file, line, problem });
		if (person !== '') people.set(person, new Map(votes.flatMap(([id, vote]) => (isVote(vote) ? [[id, vote]] : []))));
	}
	return { people, refused };
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
export function readSingleLines(bytes: Uint8Array, known: Known): ReadPeople {
	const file = 'votes.csv';
	const sheet = readSheet(bytes);
	const read = reader(sheet.header, file);
	const refused: RefusedLine[] = sheet.broken.map((line) => ({ file, line, problem: 'unreadable' }));
	const good: SingleVote[] = [];
	for (const one of sheet.records.map(read)) {
		const problem = problemOf(one, known);
		if (problem) refused.push({ file, line: one.line, problem });
		else good.push(one);
	}
	good.sort((one, other) => one.at - other.at || one.line - other.line);
	const people: People = new Map();
	for (const { person, statement, vote } of good) {
		const votes = people.get(person) ?? new Map<string, number>();
		people.set(person, votes);
		if (isVote(vote)) votes.set(statement, vote);
	}
	return { people, refused };
}

function reader(names: readonly string[], file: FileName): (record: SheetRecord) => SingleVote {
	const header = names.map(columnName);
	const who = need(placeOf(header, 'voter-id', ...PERSON), file, PERSON);
	const what = need(placeOf(header, 'comment-id', 'tid', 'statement-id'), file, ['comment-id', 'tid', 'statement-id']);
	const how = need(placeOf(header, 'vote', 'value'), file, ['vote', 'value']);
	const when = placeOf(header, 'timestamp', 'created', 'modified');
	return ({ line, cells }) => ({
		line,
		at: Number(cellAt(cells, when)) || 0,
		person: cellAt(cells, who),
		statement: cellAt(cells, what),
		vote: voteOf(cellAt(cells, how))
	});
}

function problemOf({ person, statement, vote }: SingleVote, known: Known): Problem | null {
	if (person === '') return 'personMissing';
	if (!known.has(statement)) return 'statementUnknown';
	return vote === undefined ? 'voteWrong' : null;
}
