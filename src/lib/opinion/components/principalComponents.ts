import { BLOCK } from './vectorBlocks.ts';
import { leadingEigenvectors, type IterationLimits } from './leadingEigenvectors.ts';
import { covarianceProduct } from './covarianceProduct.ts';
import { centred, type PreparedMatrix } from './preparedMatrix.ts';

/** What is needed to place anybody on the map. */
export interface Model {
	/** See `centred`: of each answer. */
	centre: Float64Array;
	/** Weights of the statements on the first axis and on the second, unit length (or 0 where there is no such axis). */
	axes: readonly [Float64Array, Float64Array];
	/** Where a search for similar axes may begin. */
	block: Float64Array;
}

/** For the picture, for every draw and for every run by chance. */
const TOLERANCE = 1e-8;
/** Among few statements a multiplication costs less than choosing the best of a long row of them. */
const FEW = 400;
const patience = (size: number): IterationLimits => {
	return { tolerance: TOLERANCE, depth: size < FEW ? 4 : 8, turns: 200, usual: 40 };
};

/**
 * Principal components of the centred votes, missing ones at the column's mean: two axes that tell people apart best.
 * `start`: four directions to begin with, see `anyBlock`; `times`: how often each row counts; without it, once.
 */
export function model(votes: PreparedMatrix, start: Float64Array, times?: Uint16Array): Model {
	const centre = centred(votes, times);
	const size = votes.matrix.statements.length;
	const exact = patience(size);
	const { block } = leadingEigenvectors(covarianceProduct(votes, centre, exact.usual, times), start, exact);
	const axis = (c: number) => pointed(Float64Array.from({ length: size }, (_, j) => block[BLOCK * j + c] ?? 0));
	return { centre, axes: [axis(0), axis(1)], block };
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
