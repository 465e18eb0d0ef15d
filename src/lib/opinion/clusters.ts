import type { Chance } from './chance.ts';
import { assign } from './nearest.ts';
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

export interface Effort {
	/** Beginnings to choose the best end from: the first one found is seldom the best. */
	restarts: number;
	/** How often centres may move while beginnings are compared. */
	rounds: number;
	/** So many of the best are taken to the end. */
	finalists: number;
	/** How often centres may move in the end. */
	last: number;
	/** With more places than this the beginnings are tried out on a part: where centres are hangs on no single one. */
	part: number;
}

export const THOROUGH: Effort = { restarts: 20, rounds: 30, finalists: 5, last: 100, part: 2_000 };
/** For trials that are repeated many times. */
export const QUICK: Effort = { restarts: 3, rounds: 8, finalists: 1, last: 4, part: 300 };
/** Which beginning is the best is known long before the last one has moved: when a round gains less than this. */
const CLEAR = 1e-3;

/** k-means with k-means++ starts (Arthur and Vassilvitskii 2007), the best of several, largest group first. */
export function clusters(places: Float64Array, k: number, chance: Chance, effort = THOROUGH): Clusters {
	const count = places.length / 2;
	const part = count > effort.part ? partOf(places, chance.some(effort.part, count)) : places;
	const ends = Array.from({ length: effort.restarts }, () =>
		settle(part, starts(part, k, chance), effort.rounds, CLEAR)
	);
	const nearest = ends.sort(bySpread).slice(0, effort.finalists);
	const [best] =
		nearest.length > 1 ? nearest.map(({ centres }) => settle(part, centres, effort.last, 0)).sort(bySpread) : nearest;
	if (!best) throw new RangeError('clusters need a start');
	return largestFirst(settle(places, best.centres, effort.last, 0));
}

const bySpread = (one: Clusters, other: Clusters) => one.spread - other.spread;

function partOf(places: Float64Array, chosen: Uint32Array): Float64Array {
	const out = new Float64Array(2 * chosen.length);
	chosen.forEach((from, to) => out.set(places.subarray(2 * from, 2 * from + 2), 2 * to));
	return out;
}

/**
 * Everybody to the nearest centre, centres into the middle of theirs, until nobody moves (Lloyd 1982), or until a round
 * gains less than this part of the spread.
 */
function settle(places: Float64Array, from: Float64Array, rounds: number, gain: number): Clusters {
	const centres = Float64Array.from(from);
	const of = new Uint8Array(places.length / 2).fill(255);
	for (let round = 0, former = Infinity; ; round++) {
		const { moved, spread } = assign(places, centres, of);
		const done = moved === 0 || round >= rounds || former - spread < gain * spread;
		if (done) return { k: centres.length / 2, of, centres, spread };
		move(places, of, centres);
		former = spread;
	}
}

/** Every centre into the middle of those who stand at it. */
function move(places: Float64Array, of: Uint8Array, centres: Float64Array): void {
	const [sums, counts] = [new Float64Array(centres.length), new Uint32Array(centres.length / 2)];
	for (let p = 0; p < of.length; p++) {
		const c = of[p] ?? 0;
		sums[2 * c] = (sums[2 * c] ?? 0) + (places[2 * p] ?? 0);
		sums[2 * c + 1] = (sums[2 * c + 1] ?? 0) + (places[2 * p + 1] ?? 0);
		counts[c] = (counts[c] ?? 0) + 1;
	}
	for (let c = 0; c < counts.length; c++) {
		const count = counts[c] ?? 0;
		// A centre that has lost everybody stays where it is.
		if (count === 0) continue;
		centres[2 * c] = (sums[2 * c] ?? 0) / count;
		centres[2 * c + 1] = (sums[2 * c + 1] ?? 0) / count;
	}
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
	return {
		k: order.length,
		of: of.map((c) => place[c] ?? 0),
		centres: partOf(centres, Uint32Array.from(order)),
		spread
	};
}
