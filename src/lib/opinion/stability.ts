import type { Chance } from './chance.ts';
import { clusters, QUICK, sizes, type Clusters } from './clusters.ts';
import { model, ROUGH } from './components.ts';
import { randIndex } from './likeness.ts';
import { assign } from './nearest.ts';
import { PLACED_MOST, partOf } from './part.ts';
import { placed } from './projection.ts';
import type { Ready } from './ready.ts';

/** Whether groups are there or only drawn by the method: the rules of one division into k groups. */
export interface Trial {
	k: number;
	/** The group of each included row. */
	of: Uint8Array;
	smallest: number;
	/**
	 * Mean adjusted Rand index over the bootstrap: 1 when other participants of the same kind give the same groups.
	 * null: not tried, because a group is too small to be shown.
	 */
	stability: number | null;
}

/** Whom a division is about. */
export interface Ground {
	votes: Ready;
	/** The included rows. */
	rows: Uint32Array;
}

const BOOTSTRAPS = 40;
export const STABLE_LEAST = 0.75;
const GROUP_LEAST = 5;
const GROUP_LEAST_SHARE = 0.03;
/** A larger number of groups must be this much more stable than a smaller one. */
const WORTH = 0.05;
/** No group smaller than this is ever shown. */
export function groupLeast(people: number): number {
	return Math.max(GROUP_LEAST, GROUP_LEAST_SHARE * people);
}

/** How often the same groups come out again when participants are drawn anew, with repetition, 40 times. */
export function stabilities({ votes, rows }: Ground, divisions: readonly Clusters[], chance: Chance): number[] {
	const sums = divisions.map(() => 0);
	if (divisions.length === 0) return sums;
	const people = votes.matrix.participants.length;
	const part = partOf(votes.matrix);
	const seen = chance.some(Math.min(part, PLACED_MOST), rows.length);
	const judged = Uint32Array.from(seen, (place) => rows[place] ?? 0);
	const full = divisions.map(({ of }) => Uint8Array.from(seen, (place) => of[place] ?? 0));
	const again = new Uint8Array(seen.length);
	const mayBeGrouped = new Uint8Array(people);
	for (const row of rows) mayBeGrouped[row] = 1;
	for (let turn = 0; turn < BOOTSTRAPS; turn++) {
		const drawn = chance.drawn(part, people);
		const made = model(votes, chance, ROUGH, timesOf(drawn, people));
		const grouped = drawn.filter((row) => mayBeGrouped[row] === 1).subarray(0, PLACED_MOST);
		const places = placed(votes, made, grouped);
		const all = placed(votes, made, judged);
		divisions.forEach(({ k }, at) => {
			if (places.length > 0) assign(all, clusters(places, k, chance, QUICK).centres, again);
			else again.fill(0);
			sums[at] = (sums[at] ?? 0) + randIndex(again, full[at] ?? []);
		});
	}
	return sums.map((sum) => sum / BOOTSTRAPS);
}

function timesOf(drawn: Uint32Array, rows: number): Uint16Array {
	const times = new Uint16Array(rows);
	for (const row of drawn) times[row] = (times[row] ?? 0) + 1;
	return times;
}

export interface Asked extends Ground {
	/** Where the included rows stand. */
	places: Float64Array;
	ks: readonly number[];
	/** Whether somebody wants exactly these, stable or not. */
	asked: boolean;
}

/**
 * The divisions into each number of groups. Those with a group too small to be shown are not tried any further,
 * unless they were asked for.
 */
export function trials({ places, ks, asked, ...ground }: Asked, chance: Chance): Trial[] {
	const made = ks.map((k) => clusters(places, k, chance));
	const least = groupLeast(ground.rows.length);
	const all = made.map((one) => ({ k: one.k, of: one.of, smallest: Math.min(...sizes(one.of, one.k)) }));
	const worth = all.flatMap(({ k, smallest }, at) => (asked || (k > 1 && smallest >= least) ? [at] : []));
	const divisions = worth.flatMap((at) => made[at] ?? []);
	const stable = stabilities(ground, divisions, chance);
	return all.map((trial, at) => ({ ...trial, stability: stable[worth.indexOf(at)] ?? null }));
}

/** The fewest groups that are about as stable as the best; null when every division has too small a group. */
export function chosen(all: readonly Trial[], people: number): Trial | null {
	const large = all.filter(({ k, smallest, stability }) => {
		return stability !== null && k > 1 && smallest >= groupLeast(people);
	});
	const best = Math.max(...large.map(({ stability }) => stability ?? 0));
	return large.find(({ stability }) => (stability ?? 0) >= best - WORTH) ?? null;
}
