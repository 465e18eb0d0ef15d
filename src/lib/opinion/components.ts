import { BLOCK } from './blocks.ts';
import type { Chance } from './chance.ts';
import { leading, type Patience } from './eigen.ts';
import { multiplying } from './multiplying.ts';
import { centred, type Ready } from './ready.ts';

/** What is needed to place anybody on the map. */
export interface Model {
	/** See `centred`: of each answer. */
	centre: Float64Array;
	/** Weights of the statements on the first axis and on the second, unit length (or 0 where there is no such axis). */
	axes: readonly [Float64Array, Float64Array];
}

export const EXACT: Patience = { tolerance: 1e-7, depth: 8, turns: 60, usual: 40 };
/** For repeated trials, of which only a mean or a maximum is wanted. Without any pattern no axis stands out at all. */
export const ROUGH: Patience = { tolerance: 1e-2, depth: 4, turns: 1, usual: 4 };

/**
 * Principal components of the centred votes, missing ones at the column's mean: two axes that tell people apart best.
 * `times`: how often each row counts; without it, once.
 */
export function model(votes: Ready, chance: Chance, patience: Patience = EXACT, times?: Uint16Array): Model {
	const centre = centred(votes, times);
	const size = votes.matrix.statements.length;
	const { block } = leading(size, multiplying(votes, centre, patience.usual, times), chance, patience);
	const axis = (c: number) => pointed(Float64Array.from({ length: size }, (_, j) => block[BLOCK * j + c] ?? 0));
	return { centre, axes: [axis(0), axis(1)] };
}

/**
 * How far each statement pulls people apart, whichever side most are on: Polis multiplies with how far agreement is from
 * the mean, which would make of what few like something extreme.
 */
export function extremity({ axes: [first, second] }: Model): Float64Array {
	return first.map((weight, column) => Math.hypot(weight, second[column] ?? 0));
}

/** An axis has no direction of its own: the heaviest statement (the first of equals) shall point to the right. */
function pointed(axis: Float64Array): Float64Array {
	let heaviest = 0;
	axis.forEach((weight) => {
		if (Math.abs(weight) > Math.abs(heaviest) * (1 + 1e-6)) heaviest = weight;
	});
	return heaviest < 0 ? axis.map((weight) => -weight) : axis;
}
