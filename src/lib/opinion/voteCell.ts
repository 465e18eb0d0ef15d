/** What reading a file of votes has given. */
export interface ReadVotes {
	/** How many were read. */
	votes: number;
	/** The published group of each participant who has one, as the file names it. */
	published: Map<string, string>;
	/** What the reader should know, in sentences. */
	notes: string[];
}

const UNSEEN = /^(|na|nan|null|none|-)$/i;

export function isEmpty(cell: string): boolean {
	return UNSEEN.test(cell.trim());
}

/** 1, 0 or -1; null where nothing was said, undefined where we do not understand what was. */
export function voteOf(cell: string): number | null | undefined {
	// Most cells of most tables.
	if (cell === '') return null;
	if (cell === '1') return 1;
	if (cell === '-1') return -1;
	if (isEmpty(cell)) return null;
	return [1, 0, -1].find((value) => value === Number(cell));
}

export function oddly(count: number): string[] {
	return count === 0 ? [] : [`${count} votes are neither 1 nor 0 nor -1 and were passed over.`];
}
