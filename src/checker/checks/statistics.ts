/** Statistics, written anew from their published definitions. */

/** Wilson's score interval for a share, two-sided 95 % (E. B. Wilson, JASA 1927). */
export function wilsonInterval(hits: number, n: number): { low: number; high: number } {
	const z = 1.959963984540054;
	const p = hits / n;
	const centre = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
	const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
	return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/**
 * Fisher's exact test, two-sided: of all tables with these margins the likelihoods of those that are not more likely than
 * this one. `a` of `n` and `b` of `m` agree.
 */
export function fisherExact(a: number, n: number, b: number, m: number): number {
	const k = a + b;
	const [from, to] = [Math.max(0, k - m), Math.min(k, n)];
	const all = logChoose(n + m, k);
	const likely = (x: number) => Math.exp(logChoose(n, x) + logChoose(m, k - x) - all);
	const own = likely(a) * (1 + 1e-7);
	let sum = 0;
	for (let x = from; x <= to; x++) {
		const each = likely(x);
		if (each <= own) sum += each;
	}
	return Math.min(1, sum);
}

const factorials = [0];
function logFactorial(n: number): number {
	for (let at = factorials.length; at <= n; at++) factorials.push((factorials[at - 1] ?? 0) + Math.log(at));
	return factorials[n] ?? 0;
}
const logChoose = (n: number, k: number) => logFactorial(n) - logFactorial(k) - logFactorial(n - k);

/** Benjamini and Hochberg 1995: which of these hold when at most this part of them may be false. */
export function discoveries(values: readonly number[], level: number): boolean[] {
	const order = values.map((p, at) => ({ p, at })).sort((one, other) => one.p - other.p);
	let held = 0;
	for (const [rank, { p }] of order.entries()) if (p <= (level * (rank + 1)) / values.length) held = rank + 1;
	const found = new Set(order.slice(0, held).map(({ at }) => at));
	return values.map((_, at) => found.has(at));
}
