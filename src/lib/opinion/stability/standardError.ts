/**
 * How sure a figure is that was drawn by lot. Its borders lie two standard errors of 200 draws around the threshold,
 * however many are made: more draws tell more surely on which side of a border it lies, so that another seed gives the
 * same answer.
 */
export const USUAL_DRAWS = 200;
const WIDE = 2;
/** So many standard errors of all draws made: on the same side in nearly every other series of draws. */
const CERTAIN = 3;

/** What many draws gave. */
export interface Draws {
	mean: number;
	/** Of a single draw. */
	deviation: number;
	draws: number;
}

export function drawnOf(scores: readonly number[]): Draws {
	const draws = scores.length;
	const mean = scores.reduce((sum, one) => sum + one, 0) / Math.max(1, draws);
	const squares = scores.reduce((sum, one) => sum + (one - mean) ** 2, 0);
	return { mean, deviation: Math.sqrt(squares / Math.max(1, draws - 1)), draws };
}

/** The standard error that is stated. */
export function standardError({ deviation, draws }: Draws): number {
	return deviation / Math.sqrt(Math.min(USUAL_DRAWS, Math.max(1, draws)));
}

/** Surely at or above the threshold, surely below it, or too near to it to be told. */
export type Side = 'above' | 'near' | 'below';

export function sideOf(value: number, threshold: number, error: number): Side {
	if (value - WIDE * error >= threshold) return 'above';
	return value + WIDE * error < threshold ? 'below' : 'near';
}

/** Whether another series of draws would say the same of this mean. */
export function isCertain(drawn: Draws, threshold: number): boolean {
	const border = WIDE * standardError(drawn);
	return [threshold - border, threshold + border].every((at) => isApart(drawn, at));
}

/** Whether the mean surely lies on one side of a number. */
export function isApart({ mean, deviation, draws }: Draws, from: number): boolean {
	const error = deviation / Math.sqrt(Math.max(1, draws));
	return Math.abs(mean - from) > CERTAIN * error || (deviation === 0 && mean !== from);
}
