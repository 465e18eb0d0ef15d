import { Collecting } from './collecting.ts';
import type { Matrix } from './matrix.ts';
import { areTurned } from './signs.ts';
import { lackingColumns, readStatements, type Statement } from './statements.ts';
import { readSingleVotes } from './singleVotes.ts';
import type { ReadVotes } from './voteCell.ts';
import { readVoteTable } from './voteTable.ts';

/** The files of a conversation as Polis exports it; each may be missing. */
export interface PolisFiles {
	/** comments.csv */
	comments: Uint8Array | null;
	/** participants-votes.csv: a line for each participant, a column for each statement. */
	table: Uint8Array | null;
	/** votes.csv: a line for each vote. */
	votes: Uint8Array | null;
}

export interface Conversation {
	matrix: Matrix;
	/** By id; only of those that comments.csv tells of. */
	statements: ReadonlyMap<string, Statement>;
	/** The group each participant was published in, as the file names it. */
	published: ReadonlyMap<string, string>;
	/** What the reader should know about the files, in sentences. */
	notes: string[];
}

/** Thrown when there is nothing that could be analysed; the message says why. */
export class NoConversation extends Error {}

const TURNED =
	'comments.csv counts as agreement what the votes say is disagreement: perhaps -1 means agreement in these votes.';

/** Reads liberally: columns in any order, unknown ones passed over, statements without votes, people without votes. */
export function readPolis(files: PolisFiles): Conversation {
	const statements = files.comments ? readStatements(files.comments) : new Map<string, Statement>();
	const collecting = new Collecting();
	const { published, notes, votes } = readVotes(files, collecting, statements);
	if (!files.comments && votes > 0)
		notes.unshift('There is no comments.csv: statements have no text and none counts as moderated out.');
	if (files.comments) notes.push(...lackingColumns(files.comments));
	for (const id of statements.keys()) collecting.statement(id);
	const matrix = collecting.matrix((id) => statements.get(id)?.zeroed ?? false);
	if (votes === 0) notes.push('There is not a single vote.');
	const strange = matrix.statements.filter((id) => !statements.has(id)).length;
	if (files.comments && strange > 0)
		notes.push(`${strange} statements with votes are not in comments.csv: they have no text.`);
	if (areTurned(matrix, statements)) notes.push(TURNED);
	return { matrix, statements, published, notes };
}

function readVotes(files: PolisFiles, collecting: Collecting, statements: ReadonlyMap<string, Statement>): ReadVotes {
	if (!files.table && !files.votes)
		throw new NoConversation('There is neither a participants-votes.csv nor a votes.csv.');
	const table = files.table ? readVoteTable(files.table, collecting, statements) : null;
	if (table && (table.votes > 0 || !files.votes)) return table;
	const single = files.votes ? readSingleVotes(files.votes, collecting) : null;
	const why = table ? 'participants-votes.csv holds no votes' : 'There is no participants-votes.csv';
	return {
		votes: single?.votes ?? 0,
		published: table?.published ?? new Map(),
		notes: [...(table?.notes ?? []), `${why}: the votes are taken from votes.csv.`, ...(single?.notes ?? [])]
	};
}
