import { BadSheet } from '../../import/places.ts';
import { fill, t } from '../../texts/texts.ts';
import { Collecting } from './collectVotes.ts';
import type { RefusedLine } from './exportLine.ts';
import type { Figures } from '../landscape/landscape.ts';
import type { Matrix } from '../matrix.ts';
import { areSignsTurned } from './voteSigns.ts';
import { readStatementLines, type ReadStatement, type ReadStatements } from './statementLines.ts';
import { readSingleLines, readTableLines, type People, type ReadPeople } from './voteLines.ts';

/** The files of a conversation as Polis exports it; each may be missing. */
export interface PolisFiles {
	/** comments.csv */
	comments: Uint8Array | null;
	/** participants-votes.csv: a line for each participant, a column for each statement. */
	table: Uint8Array | null;
	/** votes.csv: a line for each vote. */
	votes: Uint8Array | null;
}

/** A conversation as Polis exports it, and every line of it that is not as it should be. */
export interface Export {
	/** By id. */
	statements: Map<string, ReadStatement>;
	people: People;
	/** The group each person was published in, as the file names it. */
	published: ReadonlyMap<string, string>;
	figures: Figures;
	refused: RefusedLine[];
	/** What is to be known of the files as a whole, in sentences. */
	notes: string[];
}

const words = () => t.imports.conversation;

/**
 * The one way an export is read, by `npm run import` and `npm run opinion` alike. Throws `BadSheet` when there is nothing
 * to be read; lines that are wrong keep nothing else out. Statements that have votes and no words stay, without words:
 * what people think does not depend on whether we can read it.
 */
export function readExport(files: PolisFiles): Export {
	const said = files.comments ? readStatementLines(files.comments) : NOTHING_SAID;
	const { people, published, refused, notes } = readVoices(files, said.statements);
	const votes = [...people.values()].reduce((sum, one) => sum + one.size, 0);
	if (votes === 0) throw new BadSheet(words().nobody);
	const { statements, wordless } = withVotes(said.statements, people);
	const { commenters, moderatedOut } = said;
	const voted = [...people.values()].filter(({ size }) => size > 0).length;
	return {
		...{ statements, people, published },
		figures: { people: voted, votes, statements: statements.size, commenters, moderatedOut },
		refused: [...said.refused, ...refused],
		notes: [
			...(files.comments ? said.notes : [words().noComments]),
			...notes,
			...(files.comments && wordless > 0 ? [fill(words().wordless, { count: wordless })] : []),
			...(areSignsTurned(people, statements) ? [words().turned] : [])
		]
	};
}

const NOTHING_SAID: Omit<ReadStatements, 'statements'> & { statements: ReadonlyMap<string, ReadStatement> } = {
	...{ statements: new Map(), commenters: null, moderatedOut: null, refused: [], notes: [] }
};

/** With those that somebody has voted on and comments.csv does not know. */
function withVotes(known: ReadonlyMap<string, ReadStatement>, people: People) {
	const statements = new Map(known);
	for (const votes of people.values())
		for (const id of votes.keys())
			if (!statements.has(id)) statements.set(id, { line: 0, id, body: '', takenOut: false, said: null });
	return { statements, wordless: statements.size - known.size };
}

/** The table says how people had voted in the end; single votes are read where there is none, or an empty one. */
function readVoices(
	{ table, votes }: PolisFiles,
	known: ReadonlyMap<string, unknown>
): ReadPeople & { notes: string[] } {
	if (!table && !votes) throw new BadSheet(words().noVotes);
	const whole = table && readTableLines(table, known);
	const empty = !whole || [...whole.people.values()].every((one) => one.size === 0);
	if (!votes || !empty) return { ...(whole ?? NOBODY), notes: [] };
	const single = readSingleLines(votes);
	const refused = [...(whole?.refused ?? []), ...single.refused];
	return {
		...single,
		refused,
		published: whole?.published ?? new Map(),
		notes: [whole ? words().tableEmpty : words().noTable]
	};
}

const NOBODY: ReadPeople = { people: new Map(), published: new Map(), refused: [] };

/** The votes as the analysis takes them. Who has not voted stands in it, too. */
export function matrixOf({ statements, people }: Pick<Export, 'statements' | 'people'>): Matrix {
	const collecting = new Collecting();
	for (const id of statements.keys()) collecting.statement(id);
	for (const [id, votes] of people) {
		const person = collecting.participant(id);
		for (const [statement, vote] of votes) collecting.add(person, collecting.statement(statement), vote);
	}
	return collecting.matrix((id) => statements.get(id)?.takenOut ?? false);
}
