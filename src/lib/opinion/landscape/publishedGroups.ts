import { byId } from '../polis/collectVotes.ts';
import { NO_GROUP } from '../figures.ts';
import type { Matrix } from '../matrix.ts';

/** Thrown when the export names no groups, or more than can be told apart. */
export class NoGroups extends Error {}

/** The groups a conversation was published with, in the form the analysis takes. */
export interface PublishedGroups {
	/** The group of each row, an index into `labels`, or NO_GROUP. */
	of: Uint8Array;
	/** What the export calls them: numbers where they are numbers. */
	labels: (number | string)[];
}

export function publishedGroups(matrix: Matrix, published: ReadonlyMap<string, string>): PublishedGroups {
	const names = [...new Set(published.values())].sort(byId);
	if (names.length === 0) throw new NoGroups('The export names no groups: nobody has anything in a column "group-id".');
	if (names.length >= NO_GROUP) throw new NoGroups(`The export names ${names.length} groups: that is too many.`);
	const index = new Map(names.map((name, place) => [name, place]));
	const of = Uint8Array.from(matrix.participants, (id) => index.get(published.get(id) ?? '') ?? NO_GROUP);
	return { of, labels: names.map((name) => (/^-?\d{1,9}(\.0+)?$/.test(name) ? Number(name) : name)) };
}
