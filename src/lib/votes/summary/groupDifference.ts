import type { Range } from './knownRange.ts';

/** Whether groups differ more than chance explains. Exact also for small groups, where the usual tests are not. */
interface Agreeing {
	agree: Range;
	n: number;
}

interface Votes {
	agree: number;
	n: number;
}

const FALSE_DISCOVERIES = 0.05;
const LEAST_DIFFERENCE = 0.2;

/**
 * Fisher's exact test for each pair of groups, corrected for their number (Benjamini–Hochberg), and a difference that
 * matters. The pairs are those of one point: anybody can recompute the answer from what its page shows.
 */
export function groupsDiffer(groups: readonly Agreeing[]): boolean {
	const pairs = groups
		.flatMap((one, index) => groups.slice(index + 1).map((other) => nearest(one, other)))
		.map(([one, other]) => ({ one, other, gap: Math.abs(one.agree / one.n - other.agree / other.n) }));
	// Whatever chance explains: nobody speaks of a difference that does not matter.
	if (!pairs.some(({ gap }) => gap >= LEAST_DIFFERENCE)) return false;
	const tested = pairs.map(({ one, other, gap }) => ({ p: fisher(one, other), gap })).sort((a, b) => a.p - b.p);
	const last = tested.findLastIndex(({ p }, index) => p <= (FALSE_DISCOVERIES * (index + 1)) / tested.length);
	return tested.slice(0, last + 1).some(({ gap }) => gap >= LEAST_DIFFERENCE);
}

/** Where numbers are not exactly known, those with the least difference: nobody is called contested on a guess. */
function nearest(one: Agreeing, other: Agreeing): [Votes, Votes] {
	const [a, b] = [one.agree, other.agree];
	if (a.least / one.n > b.most / other.n) return [votes(one, a.least), votes(other, b.most)];
	if (a.most / one.n < b.least / other.n) return [votes(one, a.most), votes(other, b.least)];
	const shared = Math.max(a.least / one.n, b.least / other.n);
	return [votes(one, shared * one.n), votes(other, shared * other.n)];
}

const votes = ({ n }: Agreeing, agree: number): Votes => ({ agree: Math.round(agree), n });

/**
 * Two-sided p value of the table (agree, not agree) × (one, other): the likelihoods of all tables that are not more
 * likely than this one. They lie in two tails; each is walked outwards until nothing more comes, so that a hundred
 * thousand votes cost hardly more than a hundred.
 */
export function fisher(one: Votes, other: Votes): number {
	const agree = one.agree + other.agree;
	const total = one.n + other.n;
	const [least, most] = [Math.max(0, agree - other.n), Math.min(agree, one.n)];
	const all = choose(total, agree);
	const likelihood = (k: number) => Math.exp(choose(one.n, k) + choose(other.n, agree - k) - all);
	// Rounded terms: tables as likely as ours must not be lost to the last digit.
	const ours = likelihood(one.agree) * (1 + TIED);
	const top = Math.min(most, Math.max(least, Math.floor(((agree + 1) * (one.n + 1)) / (total + 2))));
	const low = lastWhere(least, top, (k) => likelihood(k) <= ours);
	const high = lastWhere(-most, -top - 1, (k) => likelihood(-k) <= ours);
	const p = sumOf(likelihood, low, least, -1) + (high === null ? 0 : sumOf(likelihood, -high, most, 1));
	return Math.min(1, p);
}

const TIED = 1e-7;
const NOTHING = 1e-17;

/** The last of `from` … `to` for which `holds`, which holds up to some place and from there on no more. */
function lastWhere(from: number, to: number, holds: (k: number) => boolean): number | null {
	if (from > to || !holds(from)) return null;
	let [yes, no] = [from, to + 1];
	while (no - yes > 1) {
		const middle = Math.floor((yes + no) / 2);
		if (holds(middle)) yes = middle;
		else no = middle;
	}
	return yes;
}

function sumOf(likelihood: (k: number) => number, from: number | null, to: number, step: 1 | -1): number {
	if (from === null) return 0;
	let sum = 0;
	for (let k = from; step * (to - k) >= 0; k += step) {
		const each = likelihood(k);
		sum += each;
		if (each <= sum * NOTHING) break;
	}
	return sum;
}

const choose = (n: number, k: number) => logFactorial(n) - logFactorial(k) - logFactorial(n - k);

const SMALL = 256;
const small = new Float64Array(SMALL);
for (let k = 2; k < SMALL; k++) small[k] = (small[k - 1] ?? 0) + Math.log(k);

/** Stirling's series; from 256 on its fourth term is below the last digit. */
function logFactorial(n: number): number {
	if (n < SMALL) return small[n] ?? 0;
	const correction = 1 / (12 * n) - 1 / (360 * n ** 3) + 1 / (1260 * n ** 5);
	return n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + correction;
}
