import type { Chance } from '../chance.ts';
import { hartigan, type Clusters } from './hartigan.ts';
import type { Cloud } from './kdTree.ts';
import { Lloyd, type End } from './lloyd.ts';
import { startCentres } from './startCentres.ts';

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
const EVERY_TRIAL: Search = { starts: 50, ends: 3, jolts: 0 };
/** For the one division that is shown. */
export const SHOWN: Search = { starts: 200, ends: 20, jolts: 600 };
/** Ends whose spreads differ by less than this part are one. */
const SAME = 1e-9;
/** Moves of single people better an end by less than this. */
const WORTH_A_LOOK = 1.02;

/**
 * k-means with k-means++ starts (Arthur and Vassilvitskii 2007), each to its end (Lloyd 1982); the best ends by moves of
 * single places until none helps (Hartigan 1975); the best of these by jolts (iterated local search). Largest group first.
 */
export function clusters(cloud: Cloud, k: number, chance: Chance, search = EVERY_TRIAL): Clusters {
	const settling = new Lloyd(cloud.tree);
	const ends = Array.from({ length: search.starts }, () => settling.end(startCentres(cloud, k, chance)));
	ends.sort(byGain);
	const scale = Math.abs(ends[0]?.gained ?? 0);
	const different = ends.filter(({ gained }, at) => at === 0 || gained - (ends[at - 1]?.gained ?? 0) > SAME * scale);
	const all = different.slice(0, search.ends).map(({ centres }) => hartigan(cloud, centres));
	let [best] = all.sort((one, other) => one.spread - other.spread);
	if (!best) throw new RangeError('clusters need a start');
	const total = best.spread - settling.end(Float64Array.from(best.centres)).gained;
	const tried = new Set<End>();
	for (let turn = 0; turn < search.jolts && best.k > 1; turn++) {
		const end = settling.end(jolted(cloud, best, chance, turn % 3 === 0));
		if (tried.has(end) || end.gained + total > best.spread * WORTH_A_LOOK) continue;
		tried.add(end);
		const other = hartigan(cloud, end.centres);
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
