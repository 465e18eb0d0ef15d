import type { Collecting } from './collecting.ts';
import { cellAt, columnName, placeOf, records } from './records.ts';
import { isEmpty, oddly, voteOf, type ReadVotes } from './voteCell.ts';

const KNOWN = new Set(['participant', 'xid', 'group-id', 'n-comments', 'n-votes', 'n-agree', 'n-disagree']);
const WHOLE = /^-?\d+$/;

interface Columns {
	who: number | null;
	group: number | null;
	statements: { place: number; statement: number }[];
}

/** Statements are the columns named by a number, or as comments.csv names them; where none is, all we do not know. */
function columnsOf(names: readonly string[], collecting: Collecting, known: { has(id: string): boolean }): Columns {
	const header = names.map(columnName);
	const who = placeOf(header, 'participant', 'participant-id', 'voter-id', 'voter', 'pid');
	const group = placeOf(header, 'group-id', 'group', 'gid');
	const others = header.flatMap((name, place) => {
		const id = (names[place] ?? '').trim();
		return place === who || place === group || KNOWN.has(name) || id === '' ? [] : [{ place, id }];
	});
	const named = others.filter(({ id }) => WHOLE.test(id) || known.has(id));
	const statements = (named.length > 0 ? named : others).map(({ place, id }) => {
		return { place, statement: collecting.statement(id) };
	});
	return { who, group, statements };
}

/** participants-votes.csv: a line for each participant, a column for each statement. */
export function readVoteTable(
	bytes: Uint8Array,
	collecting: Collecting,
	known: { has(id: string): boolean }
): ReadVotes {
	const published = new Map<string, string>();
	const lines = records(bytes);
	const { who, group, statements } = columnsOf(lines.next().value ?? [], collecting, known);
	let [votes, odd, row, nobody] = [0, 0, 0, 0];
	for (const cells of lines) {
		const id = who === null ? String(row++) : cellAt(cells, who);
		if (id === '') nobody++;
		if (id === '') continue;
		const participant = collecting.participant(id);
		const label = cellAt(cells, group);
		if (!isEmpty(label)) published.set(id, label);
		for (const { place, statement } of statements) {
			const vote = voteOf(cells[place] ?? '');
			if (vote === undefined) odd++;
			if (vote === undefined || vote === null) continue;
			collecting.add(participant, statement, vote);
			votes++;
		}
	}
	return { votes, published, notes: [...nameless(who, nobody), ...oddly(odd)] };
}

function nameless(who: number | null, lines: number): string[] {
	if (who === null) return ['There is no column "participant": people are numbered line by line.'];
	return lines === 0 ? [] : [`${lines} lines name no participant and were passed over.`];
}
