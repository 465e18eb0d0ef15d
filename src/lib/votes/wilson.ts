export interface Interval {
	low: number;
	high: number;
}

/** Two-sided 95 %. */
export const Z_95 = 1.959963984540054;
/** One-sided 95 %: for "more than half of them agree". */
export const Z_ONE_SIDED_95 = 1.6448536269514722;

/**
 * Where the true share lies when `hits` of `n` people said so, within [0, 1]; everything is possible when nobody was
 * asked. Wilson's score interval (E. B. Wilson, JASA 1927): honest for few people, where the textbook one is not.
 */
export function wilson(hits: number, n: number, z = Z_95): Interval {
	if (n === 0) return { low: 0, high: 1 };
	const share = hits / n;
	const square = (z * z) / n;
	const middle = share + square / 2;
	const reach = z * Math.sqrt((share * (1 - share)) / n + square / (4 * n));
	const bounded = (value: number) => Math.min(1, Math.max(0, value / (1 + square)));
	return { low: bounded(middle - reach), high: bounded(middle + reach) };
}
