/** Whether groups differ more than chance explains. Exact also for small groups, where the usual tests are not. */
interface Votes {
	agree: number;
	n: number;
}

const FALSE_DISCOVERIES = 0.05;
const LEAST_DIFFERENCE = 0.2;

/** Fisher's exact test for each pair, corrected for their number (Benjamini–Hochberg), and a difference that matters. */
export function differ(groups: readonly Votes[]): boolean {
	const pairs = groups
		.flatMap((one, index) => groups.slice(index + 1).map((other) => ({ one, other })))
		.map(({ one, other }) => ({ p: fisher(one, other), gap: Math.abs(one.agree / one.n - other.agree / other.n) }))
		.sort((a, b) => a.p - b.p);
	const last = pairs.findLastIndex(({ p }, index) => p <= (FALSE_DISCOVERIES * (index + 1)) / pairs.length);
	return pairs.slice(0, last + 1).some(({ gap }) => gap >= LEAST_DIFFERENCE);
}

/** Two-sided p value of the table (agree, not agree) × (one, other). */
export function fisher(one: Votes, other: Votes): number {
	const agree = one.agree + other.agree;
	const total = one.n + other.n;
	const log = logFactorials(total);
	const choose = (n: number, k: number) => (log[n] ?? 0) - (log[k] ?? 0) - (log[n - k] ?? 0);
	const likelihood = (k: number) => Math.exp(choose(one.n, k) + choose(other.n, agree - k) - choose(total, agree));
	// Sums of rounded terms: tables as likely as ours must not be lost to the last digit.
	const ours = likelihood(one.agree) * (1 + 1e-9);
	let p = 0;
	for (let k = Math.max(0, agree - other.n); k <= Math.min(agree, one.n); k++) {
		const each = likelihood(k);
		if (each <= ours) p += each;
	}
	return Math.min(1, p);
}

function logFactorials(n: number): number[] {
	const log = [0];
	for (let k = 1; k <= n; k++) log.push((log[k - 1] ?? 0) + Math.log(k));
	return log;
}
