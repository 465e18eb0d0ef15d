import type { Matrix } from './matrix.ts';

/** Of so many votes everything is looked at again and again; of more a part of the people, but never of fewer people. */
const MANY = { votes: 400_000, people: 1_000 };
const FEW = { votes: 15_000, people: 500 };
/** Where the middles of groups are, and how alike two divisions are, so many people tell to the second digit. */
export const PLACED_MOST = 2_000;

function part({ participants, columns }: Matrix, { votes, people }: typeof MANY): number {
	const each = columns.length / Math.max(1, participants.length);
	return Math.min(participants.length, Math.max(people, Math.round(votes / each)));
}

/**
 * How many people are drawn when groups are tried: everybody, up to some hundred thousand votes. With fewer people
 * groups look less stable, never more.
 */
export function partOf(matrix: Matrix): number {
	return part(matrix, MANY);
}

/** How many people answers are dealt out to: with fewer people chance looks clearer, never less. */
export function nullPartOf(matrix: Matrix): number {
	return part(matrix, FEW);
}
