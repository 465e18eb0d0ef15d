import type { Ground } from './bootstrap.ts';
import type { Chance } from './chance.ts';
import { sizes } from './clusters.ts';
import { NO_GROUP } from './figures.ts';
import { cloud } from './kdTree.ts';
import { clearness, divisionsByChance, RUNS, type ByChance } from './nullRuns.ts';
import { everyRow, included, placesOf } from './projection.ts';
import { chosenAt, divisions, groupLeast, sideOfStability, tried, type Trial } from './stability.ts';
import { judged, type Judged } from './verdict.ts';

const KS = [2, 3, 4, 5] as const;

export interface Divided extends Judged {
	/** The included rows. */
	rows: Uint32Array;
	trials: Trial[];
	/** The division that was chosen or asked for, stable or not; null: none could be shown. */
	found: Trial | null;
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
export function divided(on: Omit<Ground, 'rows'>, all: Float64Array, forced: Forced, chance: Chance): Divided {
	const { matrix } = on.votes;
	const { k, groups } = forced;
	const rows = groups ? everyRow(matrix).filter((row) => groups[row] !== NO_GROUP) : included(matrix);
	const [ground, places] = [{ ...on, rows }, placesOf(all, rows)];
	const asked = k !== undefined || groups !== undefined;
	const trials = groups
		? tried(ground, published(rows, groups), chance)
		: k === undefined
			? attempts(ground, places, chance)
			: tried(ground, rows.length > 0 ? divisions(cloud(places), [k], chance) : [], chance);
	const found = asked ? (trials[0] ?? null) : chosen(trials);
	const silhouette = found && found.k > 1 ? clearness(places, found) : null;
	// What is not stable anyway needs no more than the usual comparison.
	const most = found?.stability && sideOfStability(found.stability) !== 'below' ? RUNS.most : RUNS.least;
	const byChance =
		found && silhouette !== null ? divisionsByChance(matrix, { k: found.k, real: silhouette, most }, chance) : null;
	const alike = places.every((value, at) => value === places[at % 2]);
	const judgement = judged(found, { people: rows.length, alike, silhouette, byChance });
	const shown = found && (judgement.verdict === 'stable' || asked) ? found : whole(rows);
	return { ...judgement, rows, trials, found, silhouette, byChance, k: shown.k, of: shown.of };
}

/** Those with a group too small to be shown are not tried any further. */
function attempts(ground: Ground, places: Float64Array, chance: Chance): Trial[] {
	const people = ground.rows.length;
	const possible = KS.filter((k) => 2 * k <= people);
	const made = divisions(cloud(places), possible, chance);
	const large = made.filter(({ k, smallest }) => k > 1 && smallest >= groupLeast(people));
	const done = tried(ground, large, chance);
	return made.map((trial) => done[large.indexOf(trial)] ?? trial);
}

function chosen(trials: readonly Trial[]): Trial | null {
	const done = trials.filter(({ stability }) => stability !== null);
	return done[chosenAt(done.map(({ stability }) => stability?.mean ?? 0))] ?? null;
}

/** Groups that were handed in stand the same test. */
function published(rows: Uint32Array, groups: Uint8Array): Trial[] {
	const of = Uint8Array.from(rows, (row) => groups[row] ?? 0);
	const k = of.reduce((most, group) => Math.max(most, group + 1), 0);
	return k === 0 ? [] : [{ k, of, smallest: Math.min(...sizes(of, k)), stability: null }];
}

/** Everybody together. */
function whole(rows: Uint32Array): { k: number; of: Uint8Array } {
	return { k: rows.length > 0 ? 1 : 0, of: new Uint8Array(rows.length) };
}
