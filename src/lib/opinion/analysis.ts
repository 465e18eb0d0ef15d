import { canonicalOrder, type Canonical } from './stability/canonicalOrder.ts';
import { Chance, mixed } from './chance.ts';
import { characteristic, type Characteristic } from './characteristic.ts';
import { sizes } from './clustering/clusters.ts';
import { extremity, model, type Model } from './components/principalComponents.ts';
import { chooseGroups, type Forced } from './stability/chooseGroups.ts';
import { anyBlock } from './components/leadingEigenvectors.ts';
import { bridging, figures, NO_GROUP, type StatementFigures } from './figures.ts';
import type { Matrix } from './matrix.ts';
import type { ByChance } from './stability/nullModel.ts';
import { everyRow, placed } from './components/projection.ts';
import { preparedMatrix, type PreparedMatrix } from './components/preparedMatrix.ts';
import type { PartitionScore } from './stability/stability.ts';
import { standardError } from './stability/standardError.ts';
import type { Judged } from './stability/verdict.ts';

/** Added to what the votes themselves begin chance with. */
export const SEED = 0;

/** The outcome of one number of groups. */
interface Attempt {
	k: number;
	smallest: number;
	/** null: not tried. */
	stability: number | null;
	standardError: number | null;
	draws: number;
}

export interface Analysis extends Judged {
	/** Groups in `of`: 1 when nothing was forced and no division is stable, 0 when nobody can be grouped. */
	k: number;
	/** Whether the division is surely there: the verdict in a word. */
	stable: boolean;
	/** Of the division that was chosen or asked for, stable or not; null where it was not computed. */
	stability: number | null;
	standardError: number | null;
	/** How often people were drawn anew for that. */
	draws: number;
	silhouette: number | null;
	/** null where there was nothing to compare. */
	byChance: ByChance | null;
	/** Where chance began: made of the votes and of the seed that was asked for. */
	seed: number;
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
	trials: Attempt[];
}

export interface Wish {
	seed?: number;
	/** As many groups, whether stable or not. */
	k?: number;
	/** These groups instead of found ones: one for each row, or NO_GROUP. */
	groups?: Uint8Array;
}

/** Where everybody stands, before anything is said about groups. */
export interface Mapped {
	canonical: Canonical;
	votes: PreparedMatrix;
	model: Model;
	/** Of each row of the canonical matrix: x of row r at 2 × r, y at 2 × r + 1. */
	all: Float64Array;
}

export function mapped(given: Matrix): Mapped {
	const ordered = canonicalOrder(given);
	const votes = preparedMatrix(ordered.matrix);
	const made = model(votes, anyBlock(ordered.matrix.statements.length, new Chance(ordered.seed)));
	return { canonical: ordered, votes, model: made, all: placed(votes, made, everyRow(ordered.matrix)) };
}

/**
 * The whole landscape of a matrix of votes. The same votes and the same seed give the same result to the last digit,
 * whatever people and statements are called and in whatever order they come.
 */
export function analyse(given: Matrix, { seed = SEED, k, groups }: Wish = {}): Analysis {
	const { canonical, votes, model, all } = mapped(given);
	const { rows: order, columns, seed: content } = canonical;
	const own = groups && Uint8Array.from(order, (row) => groups[row] ?? NO_GROUP);
	const began = mixed(content, seed);
	const found = chooseGroups({ votes, model }, all, { k, groups: own } satisfies Forced, new Chance(began));
	const of = new Uint8Array(given.participants.length).fill(NO_GROUP);
	found.rows.forEach((row, place) => {
		of[order[row] ?? 0] = found.of[place] ?? 0;
	});
	const statements = figures(given, of, found.k);
	const { verdict, cause, silhouette, byChance } = found;
	return {
		...{ verdict, cause, silhouette, byChance, seed: began, k: found.k, stable: verdict === 'stable', of, statements },
		...stabilityOf(found.found),
		positions: backTo(all, order, 2, given.participants.length),
		extremity: backTo(extremity(model), columns, 1, given.statements.length),
		sizes: sizes(of, found.k),
		bridging: bridging(statements, given),
		characteristic: characteristic(statements, given),
		trials: found.trials.map((trial) => ({ k: trial.k, smallest: trial.smallest, ...stabilityOf(trial) }))
	};
}

function stabilityOf(trial: PartitionScore | null): Pick<Analysis, 'stability' | 'standardError' | 'draws'> {
	const drawn = trial?.stability;
	return drawn
		? { stability: drawn.mean, standardError: standardError(drawn), draws: drawn.draws }
		: { stability: null, standardError: null, draws: 0 };
}

/** Numbers of rows or columns, `each` of them together, at the places where these were in the given matrix. */
function backTo(numbers: Float64Array, order: Uint32Array, each: number, size: number): Float64Array {
	const out = new Float64Array(each * size);
	order.forEach((was, now) => out.set(numbers.subarray(each * now, each * now + each), each * was));
	return out;
}
