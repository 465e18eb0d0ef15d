import { BadSheet } from '../import/places.ts';
import type { PolisFiles } from '../opinion/polis.ts';
import { t } from '../texts/texts.ts';
import type { RefusedLine } from './conversation.ts';
import { readStatementLines, type ReadStatement } from './statements.ts';
import { readSingleLines, readTableLines, type People, type ReadPeople } from './voteLines.ts';

/** A conversation as Polis exports it, and every line of it that is not as it should be. */
export interface Export {
	statements: Map<string, ReadStatement>;
	people: People;
	refused: RefusedLine[];
}

const words = t.imports.conversation;

/** Throws `BadSheet` when a file is missing or is something else. Lines that are wrong keep nothing else out. */
export function readExport({ comments, table, votes }: PolisFiles): Export {
	if (!comments) throw new BadSheet(words.noComments);
	const { statements, refused } = readStatementLines(comments);
	const voices = readVoices(table, votes, statements);
	if ([...voices.people.values()].every(({ size }) => size === 0)) throw new BadSheet(words.nobody);
	return { statements, people: voices.people, refused: [...refused, ...voices.refused] };
}

/** The table says how people had voted in the end; single votes are read where there is none, or an empty one. */
function readVoices(
	table: Uint8Array | null,
	votes: Uint8Array | null,
	statements: ReadonlyMap<string, unknown>
): ReadPeople {
	if (!table && !votes) throw new BadSheet(words.noVotes);
	const whole = table && readTableLines(table, statements);
	const empty = !whole || [...whole.people.values()].every((one) => one.size === 0);
	if (votes && empty) return readSingleLines(votes, statements);
	return whole ?? { people: new Map(), refused: [] };
}
