export interface Interval {
	low: number;
	high: number;
}

/**
 * Two-sided 95 %. The only one there is: what is called sure lies within the span that is shown beside it. With another
 * one for "surely more than half" a page said so beside "between 49 % and 81 %".
 */
const Z_95 = 1.959963984540054;

/**
 * Where the true share lies when `hits` of `n` people said so, within [0, 1]; everything is possible when nobody was
 * asked. Wilson's score interval (E. B. Wilson, JASA 1927): honest for few people, where the textbook one is not.
 */
export function wilson(hits: number, n: number): Interval {
	if (n === 0) return { low: 0, high: 1 };
	const share = hits / n;
	const square = (Z_95 * Z_95) / n;
	const middle = share + square / 2;
	const reach = Z_95 * Math.sqrt((share * (1 - share)) / n + square / (4 * n));
	const bounded = (value: number) => Math.min(1, Math.max(0, value / (1 + square)));
	return { low: bounded(middle - reach), high: bounded(middle + reach) };
}
