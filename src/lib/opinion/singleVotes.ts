import type { Collecting } from './collecting.ts';
import { cellAt, columnName, placeOf, records } from './records.ts';
import { oddly, voteOf, type ReadVotes } from './voteCell.ts';

interface Columns {
	who: number;
	what: number;
	how: number;
	when: number | null;
}

function columnsOf(names: readonly string[]): Columns | null {
	const header = names.map(columnName);
	const who = placeOf(header, 'voter-id', 'participant', 'participant-id', 'voter', 'pid');
	const what = placeOf(header, 'comment-id', 'tid', 'statement-id');
	const how = placeOf(header, 'vote', 'value');
	const when = placeOf(header, 'timestamp', 'created', 'modified');
	return who === null || what === null || how === null ? null : { who, what, how, when };
}

interface SingleVote {
	at: number;
	participant: string;
	statement: string;
	vote: number;
}

/** votes.csv: of several votes of one person on one statement the latest counts, and of equally late ones the lower. */
export function readSingleVotes(bytes: Uint8Array, collecting: Collecting): ReadVotes {
	const lines = records(bytes);
	const columns = columnsOf(lines.next().value ?? []);
	if (!columns) {
		const notes = ['votes.csv lacks one of the columns voter-id, comment-id and vote.'];
		return { votes: 0, published: new Map(), notes };
	}
	const read: SingleVote[] = [];
	let odd = 0;
	for (const cells of lines) {
		const [participant, statement] = [cellAt(cells, columns.who), cellAt(cells, columns.what)];
		const vote = voteOf(cellAt(cells, columns.how));
		if (vote === null) continue;
		if (participant === '' || statement === '' || vote === undefined) odd++;
		else read.push({ at: momentOf(cellAt(cells, columns.when)), participant, statement, vote });
	}
	read.sort((a, b) => a.at - b.at);
	for (const { participant, statement, vote } of read) {
		collecting.add(collecting.participant(participant), collecting.statement(statement), vote);
	}
	return { votes: read.length, published: new Map(), notes: oddly(odd) };
}

/** Seconds, milliseconds or a date, the same throughout a file. What is none of these came when its line did. */
function momentOf(cell: string): number {
	return Number(cell) || Date.parse(cell) || 0;
}
