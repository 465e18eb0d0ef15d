import type { Chance } from './chance.ts';
import { sumsOf, SUMS } from './filtering.ts';
import { polished } from './hartigan.ts';
import type { Cloud } from './kdTree.ts';
import { starts } from './starts.ts';

/** A division of places on the map into groups. Places: x of place p at 2 × p, y at 2 × p + 1. */
export interface Clusters {
	/** How many there are: fewer than asked for when there are not so many different places. */
	k: number;
	/** The group of each place. */
	of: Uint8Array;
	/** Like places. */
	centres: Float64Array;
	/** Sum of squared distances to the own centre. */
	spread: number;
}

/** How long is searched for the best division. */
export interface Search {
	/** Beginnings, each taken to its end. */
	starts: number;
	/** So many different ends, the best first, are tried for moves of single people. */
	ends: number;
	/** Then the best end is jolted so often: centres pushed about, or one put somewhere else. */
	jolts: number;
}

/** The same in every trial: a shortened search makes groups look less stable than they are. */
export const EVERY_TRIAL: Search = { starts: 50, ends: 3, jolts: 0 };
/** For the one division that is shown. */
export const SHOWN: Search = { starts: 200, ends: 20, jolts: 600 };
/** Ends whose spreads differ by less than this part are one. */
const SAME = 1e-9;
/** Moves of single people better an end by less than this. */
const WORTH_A_LOOK = 1.02;
const ROUNDS_MOST = 1_000;

/**
 * k-means with k-means++ starts (Arthur and Vassilvitskii 2007), each to its end (Lloyd 1982); the best ends by moves of
 * single places until none helps (Hartigan 1975); the best of these by jolts (iterated local search). Largest group first.
 */
export function clusters(cloud: Cloud, k: number, chance: Chance, search = EVERY_TRIAL): Clusters {
	const ends = Array.from({ length: search.starts }, () => settled(cloud, starts(cloud, k, chance)));
	ends.sort(byGain);
	const scale = Math.abs(ends[0]?.gained ?? 0);
	const different = ends.filter(({ gained }, at) => at === 0 || gained - (ends[at - 1]?.gained ?? 0) > SAME * scale);
	const all = different.slice(0, search.ends).map(({ centres }) => polished(cloud, centres));
	let [best] = all.sort((one, other) => one.spread - other.spread);
	if (!best) throw new RangeError('clusters need a start');
	const total = best.spread - settled(cloud, Float64Array.from(best.centres)).gained;
	for (let turn = 0; turn < search.jolts && best.k > 1; turn++) {
		const end = settled(cloud, jolted(cloud, best, chance, turn % 3 === 0));
		if (end.gained + total > best.spread * WORTH_A_LOOK) continue;
		const other = polished(cloud, end.centres);
		if (other.spread < best.spread * (1 - SAME)) best = other;
	}
	return largestFirst(best);
}

const byGain = (one: End, other: End) => one.gained - other.gained;

/** A little or a good deal from where the centres are; or one of them on any place. */
function jolted(
	{ places, weights }: Cloud,
	{ centres, spread }: Clusters,
	chance: Chance,
	move: boolean
): Float64Array {
	const out = Float64Array.from(centres);
	if (move) {
		const [c, p] = [2 * chance.below(out.length / 2), 2 * chance.below(weights.length)];
		out.set(places.subarray(p, p + 2), c);
		return out;
	}
	const reach = Math.sqrt(spread / weights.length) * 2 ** (-6 * chance.next() + 1);
	return out.map((value) => value + reach * (2 * chance.next() - 1));
}

/** Where centres have come to rest. */
interface End {
	centres: Float64Array;
	/** What the centres take from the sum of all squares, below 0: the less, the better. The spread itself without a constant. */
	gained: number;
}

/** Everybody to the nearest centre, centres into the middle of theirs, until nothing moves any more. */
function settled(cloud: Cloud, centres: Float64Array): End {
	const k = centres.length / 2;
	const [sums, counts] = [new Float64Array(SUMS * k), new Float64Array(k)];
	for (let round = 0; ; round++) {
		sumsOf(cloud, centres, sums);
		let [same, gained] = [true, 0];
		for (let c = 0; c < k; c++) {
			const n = sums[SUMS * c] ?? 0;
			const x = sums[SUMS * c + 1] ?? 0;
			const y = sums[SUMS * c + 2] ?? 0;
			if (n !== counts[c]) same = false;
			counts[c] = n;
			// A centre that has lost everybody stays where it is.
			if (n === 0) continue;
			const [newX, newY] = [x / n, y / n];
			if (!near(newX, centres[2 * c] ?? 0) || !near(newY, centres[2 * c + 1] ?? 0)) same = false;
			centres[2 * c] = newX;
			centres[2 * c + 1] = newY;
			gained -= (x * x + y * y) / n;
		}
		if (same || round >= ROUNDS_MOST) return { centres, gained };
	}
}

/** Sums differ in their last digits by the order in which regions were added. */
const near = (one: number, other: number) => Math.abs(one - other) <= 1e-12 * (1 + Math.abs(one));

export function sizes(of: Uint8Array, k: number): number[] {
	const counts = Array.from({ length: k }, () => 0);
	for (const c of of) if (c < k) counts[c] = (counts[c] ?? 0) + 1;
	return counts;
}

function largestFirst({ k, of, centres, spread }: Clusters): Clusters {
	const counts = sizes(of, k);
	const order = counts
		.map((_, c) => c)
		.filter((c) => (counts[c] ?? 0) > 0)
		.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || (centres[2 * a] ?? 0) - (centres[2 * b] ?? 0));
	const place = counts.map((_, c) => order.indexOf(c));
	const ordered = order.flatMap((c) => [centres[2 * c] ?? 0, centres[2 * c + 1] ?? 0]);
	return { k: order.length, of: of.map((c) => place[c] ?? 0), centres: Float64Array.from(ordered), spread };
}
