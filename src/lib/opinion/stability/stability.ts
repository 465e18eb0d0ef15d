import { redraws, type ClusteringInput } from './bootstrap.ts';
import type { Chance } from '../chance.ts';
import { clusters, sizes, SHOWN, type Search } from '../clustering/clusters.ts';
import type { Cloud } from '../clustering/kdTree.ts';
import { drawnOf, isApart, isCertain, sideOf, standardError, USUAL_DRAWS, type Draws } from './standardError.ts';

/** How one partition into k groups held over the bootstrap. What follows from the scores is said in `verdict.ts`. */
export interface PartitionScore {
	k: number;
	/** The group of each included row. */
	of: Uint8Array;
	smallest: number;
	/**
	 * The adjusted Rand index over the bootstrap: 1 when other participants of the same kind give the same groups.
	 * null: not tried, because a group is too small to be shown.
	 */
	stability: Draws | null;
}

const STABLE_MIN = 0.75;
const GROUP_MIN = 5;
const GROUP_LEAST_SHARE = 0.03;
/** A larger number of groups must be this much more stable than a smaller one. */
const WORTH = 0.05;
/** Draws between two looks at whether there are enough. */
const STEP = 50;
const MANY_VOTES = 500_000;
/** Draws and votes of all draws together at most. */
const MOST = { draws: 8_000, votes: 400_000_000 };

/** No group smaller than this is ever shown. */
export function groupLeast(people: number): number {
	return Math.max(GROUP_MIN, GROUP_LEAST_SHARE * people);
}

/** From where on draws may end, and where they end. */
function drawsFor({ votes }: ClusteringInput): { least: number; most: number } {
	const size = Math.max(1, votes.matrix.columns.length);
	const least = size <= MANY_VOTES ? USUAL_DRAWS : STEP;
	return { least, most: Math.max(USUAL_DRAWS, Math.min(MOST.draws, Math.floor(MOST.votes / size))) };
}

/** The divisions into each of these numbers of groups. */
export function partitions(
	places: Cloud,
	ks: readonly number[],
	chance: Chance,
	search: Search = SHOWN
): PartitionScore[] {
	return ks.map((one) => {
		const { k, of } = clusters(places, one, chance, search);
		return { k, of, smallest: Math.min(...sizes(of, k)), stability: null };
	});
}

/**
 * How often the same groups come out again when participants are drawn anew, with repetition: 200 times and more, until
 * it is certain which division is chosen and on which side of the threshold it lies, or until there were too many draws.
 */
export function bootstrapStability(
	ground: ClusteringInput,
	trials: readonly PartitionScore[],
	chance: Chance
): PartitionScore[] {
	const draw = redraws(ground, chance);
	const scores = trials.map((): number[] => []);
	const { least, most } = drawsFor(ground);
	for (let draws = 0; draws < most && trials.length > 0;) {
		for (let turn = 0; turn < STEP; turn++, draws++) draw(trials).forEach((score, at) => scores[at]?.push(score));
		if (draws >= least && isDecided(scores)) break;
	}
	return trials.map((trial, at) => ({ ...trial, stability: drawnOf(scores[at] ?? []) }));
}

/** Which of these divisions is chosen: the fewest groups that are about as stable as the best; -1 when there are none. */
export function chosenAt(means: readonly number[]): number {
	const best = Math.max(...means);
	return means.findIndex((mean) => mean >= best - WORTH);
}

/** Whether more draws would change neither the division that is chosen nor what is said of it. */
function isDecided(scores: readonly (readonly number[])[]): boolean {
	const all = scores.map(drawnOf);
	const chosen = chosenAt(all.map(({ mean }) => mean));
	const settled = (at: number) => {
		const one = all[at];
		return one !== undefined && isCertain(one, STABLE_MIN);
	};
	const hopeless = all.every((one) => isCertain(one, STABLE_MIN) && sideOfStability(one) === 'below');
	if (hopeless) return true;
	return settled(chosen) && scores.every((_, at) => at > chosen || standsApart(scores, at));
}

export const sideOfStability = (one: Draws) => sideOf(one.mean, STABLE_MIN, standardError(one));

/** Whether it is certain that a division is about as stable as the best, or that it is not. */
function standsApart(scores: readonly (readonly number[])[], at: number): boolean {
	const behind = scores.map((other) => drawnOf(other.map((score, draw) => score - (scores[at]?.[draw] ?? 0))));
	const surely = (one: Draws) => isApart(one, WORTH);
	return behind.some((one) => surely(one) && one.mean > WORTH) || behind.every(surely);
}
