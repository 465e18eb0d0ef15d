import type { ClusteringInput } from './bootstrap.ts';
import type { Chance } from '../chance.ts';
import { sizes } from '../clustering/clusters.ts';
import { NO_GROUP } from '../figures.ts';
import { cloud } from '../clustering/kdTree.ts';
import { silhouetteScore, divisionsByChance, RUNS, type ByChance } from './nullModel.ts';
import { everyRow, included, placesOf } from '../components/projection.ts';
import {
	chosenAt,
	partitions,
	groupLeast,
	sideOfStability,
	bootstrapStability,
	type PartitionScore
} from './stability.ts';
import { rateStability, type Judged } from './verdict.ts';

const KS = [2, 3, 4, 5] as const;

export interface Divided extends Judged {
	/** The included rows. */
	rows: Uint32Array;
	trials: PartitionScore[];
	/** The division that was chosen or asked for, stable or not; null: none could be shown. */
	found: PartitionScore | null;
	silhouette: number | null;
	byChance: ByChance | null;
	/** What is shown: everybody together where groups are neither stable nor asked for. `of`: of each included row. */
	k: number;
	of: Uint8Array;
}

export interface Forced {
	k?: number | undefined;
	/** The group of each row, or NO_GROUP. */
	groups?: Uint8Array | undefined;
}

/** Looks for groups among people who stand at `all`, and judges whether they are there. */
export function chooseGroups(
	on: Omit<ClusteringInput, 'rows'>,
	all: Float64Array,
	forced: Forced,
	chance: Chance
): Divided {
	const { matrix } = on.votes;
	const { k, groups } = forced;
	const rows = groups ? everyRow(matrix).filter((row) => groups[row] !== NO_GROUP) : included(matrix);
	const [ground, places] = [{ ...on, rows }, placesOf(all, rows)];
	const asked = k !== undefined || groups !== undefined;
	const trials = groups
		? bootstrapStability(ground, published(rows, groups), chance)
		: k === undefined
			? attempts(ground, places, chance)
			: bootstrapStability(ground, rows.length > 0 ? partitions(cloud(places), [k], chance) : [], chance);
	const found = asked ? (trials[0] ?? null) : chosen(trials);
	const silhouette = found && found.k > 1 ? silhouetteScore(places, found) : null;
	// What is not stable anyway needs no more than the usual comparison.
	const most = found?.stability && sideOfStability(found.stability) !== 'below' ? RUNS.most : RUNS.least;
	const byChance =
		found && silhouette !== null ? divisionsByChance(matrix, { k: found.k, real: silhouette, most }, chance) : null;
	const alike = places.every((value, at) => value === places[at % 2]);
	const judgement = rateStability(found, { people: rows.length, alike, silhouette, byChance });
	const shown = found && (judgement.verdict === 'stable' || asked) ? found : whole(rows);
	return { ...judgement, rows, trials, found, silhouette, byChance, k: shown.k, of: shown.of };
}

/** Those with a group too small to be shown are not tried any further. */
function attempts(ground: ClusteringInput, places: Float64Array, chance: Chance): PartitionScore[] {
	const people = ground.rows.length;
	const possible = KS.filter((k) => 2 * k <= people);
	const made = partitions(cloud(places), possible, chance);
	const large = made.filter(({ k, smallest }) => k > 1 && smallest >= groupLeast(people));
	const done = bootstrapStability(ground, large, chance);
	return made.map((trial) => done[large.indexOf(trial)] ?? trial);
}

function chosen(trials: readonly PartitionScore[]): PartitionScore | null {
	const done = trials.filter(({ stability }) => stability !== null);
	return done[chosenAt(done.map(({ stability }) => stability?.mean ?? 0))] ?? null;
}

/** Groups that were handed in stand the same test. */
function published(rows: Uint32Array, groups: Uint8Array): PartitionScore[] {
	const of = Uint8Array.from(rows, (row) => groups[row] ?? 0);
	const k = of.reduce((most, group) => Math.max(most, group + 1), 0);
	return k === 0 ? [] : [{ k, of, smallest: Math.min(...sizes(of, k)), stability: null }];
}

/** Everybody together. */
function whole(rows: Uint32Array): { k: number; of: Uint8Array } {
	return { k: rows.length > 0 ? 1 : 0, of: new Uint8Array(rows.length) };
}
