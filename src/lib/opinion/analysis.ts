import { Chance } from './chance.ts';
import { characteristic, type Characteristic } from './characteristic.ts';
import { extremity, model } from './components.ts';
import { bridging, figures, NO_GROUP, type StatementFigures } from './figures.ts';
import type { Matrix } from './matrix.ts';
import { everyRow, included, placed, placesOf } from './projection.ts';
import { ready } from './ready.ts';
import { clearestByChance, clearness } from './clearness.ts';
import { chosen, STABLE_LEAST, stabilities, trials, type Ground, type Trial } from './stability.ts';
import { sizes } from './clusters.ts';

/** Any whole number: written into every result, so that it can be computed again. */
export const SEED = 20_260_101;
const KS = [2, 3, 4, 5] as const;

export interface Analysis {
	/** Groups in `of`: 1 when nothing was forced and no division is stable, 0 when nobody can be grouped. */
	k: number;
	stable: boolean;
	/** Of the division that was chosen or asked for, stable or not; 0 when there is none. */
	stability: number;
	silhouette: number;
	/** The clearest division that chance alone made. */
	byChance: number;
	/** x of row r at 2 × r, y at 2 × r + 1. */
	positions: Float64Array;
	/** How far each statement pulls people apart on the map: the length of its weights on both axes. */
	extremity: Float64Array;
	/** The group of each row, NO_GROUP where a person is not included. */
	of: Uint8Array;
	sizes: number[];
	statements: StatementFigures[];
	/** The statements of `statements` that build bridges, best first. */
	bridging: StatementFigures[];
	characteristic: Characteristic[];
	trials: Omit<Trial, 'of'>[];
}

export interface Wish {
	seed?: number;
	/** As many groups, whether stable or not. */
	k?: number;
	/** These groups instead of found ones: one for each row, or NO_GROUP. */
	groups?: Uint8Array;
}

/** The whole landscape of a matrix of votes. The same votes and the same seed give the same result to the last digit. */
export function analyse(matrix: Matrix, { seed = SEED, k, groups }: Wish = {}): Analysis {
	const chance = new Chance(seed);
	const votes = ready(matrix);
	const made = model(votes, chance);
	const all = placed(votes, made, everyRow(matrix));
	const rows = groups ? grouped(groups) : included(matrix);
	const places = placesOf(all, rows);
	const ground = { votes, rows };
	const tried = groups ? given(ground, groups, chance) : tries(ground, places, k, chance);
	const found = k !== undefined || groups ? (tried[0] ?? null) : chosen(tried, rows.length);
	const silhouette = found ? clearness(places, found, chance) : 0;
	const byChance = found && found.k > 1 ? clearestByChance(matrix, found.k, chance) : 0;
	const stable = found !== null && found.k > 1 && (found.stability ?? 0) >= STABLE_LEAST && silhouette > byChance;
	const shown = found && (stable || k !== undefined || groups) ? found : whole(rows);
	const of = spread(shown.of, rows, matrix.participants.length);
	const statements = figures(matrix, of, shown.k);
	return {
		...{ k: shown.k, stable, stability: found?.stability ?? 0, silhouette, byChance, positions: all, of, statements },
		extremity: extremity(made),
		sizes: sizes(of, shown.k),
		bridging: bridging(statements, matrix),
		characteristic: characteristic(statements, matrix),
		trials: tried.map(({ k, smallest, stability }) => ({ k, smallest, stability }))
	};
}

function grouped(groups: Uint8Array): Uint32Array {
	const rows = Array.from(groups, (_, row) => row);
	return Uint32Array.from(rows.filter((row) => groups[row] !== NO_GROUP));
}

function tries(ground: Ground, places: Float64Array, k: number | undefined, chance: Chance): Trial[] {
	const people = ground.rows.length;
	const ks = k === undefined ? KS : [k];
	const possible = ks.filter((one) => one >= 1 && people > 0 && (k !== undefined || 2 * one <= people));
	return possible.length === 0 ? [] : trials({ ...ground, places, ks: possible, asked: k !== undefined }, chance);
}

/** How the groups that were handed in stand the same test. */
function given(ground: Ground, groups: Uint8Array, chance: Chance): Trial[] {
	const of = Uint8Array.from(ground.rows, (row) => groups[row] ?? 0);
	const k = of.reduce((most, group) => Math.max(most, group + 1), 0);
	if (k === 0) return [];
	const [stability = 0] = stabilities(ground, [{ k, of, centres: new Float64Array(2 * k), spread: 0 }], chance);
	return [{ k, of, smallest: Math.min(...sizes(of, k)), stability }];
}

/** Everybody together. */
function whole(rows: Uint32Array): { k: number; of: Uint8Array } {
	return { k: rows.length > 0 ? 1 : 0, of: new Uint8Array(rows.length) };
}

function spread(of: Uint8Array, rows: Uint32Array, size: number): Uint8Array {
	const out = new Uint8Array(size).fill(NO_GROUP);
	rows.forEach((row, place) => {
		out[row] = of[place] ?? 0;
	});
	return out;
}
