import type { Chance } from './chance.ts';
import { clusters, QUICK } from './clusters.ts';
import { model, ROUGH } from './components.ts';
import { silhouette } from './likeness.ts';
import { take, type Matrix } from './matrix.ts';
import { partOf } from './part.ts';
import { included, placesOf, positions } from './projection.ts';

/** Into how many groups people are divided, and the group of each. */
interface Division {
	k: number;
	of: Uint8Array;
}

const NULLS = 20;
/** Silhouettes compare everybody with everybody. */
const SEEN_MOST = 1_500;
const SEEN_IN_TRIAL = 300;

/** The silhouette of a division, over at most `most` people. */
export function clearness(places: Float64Array, { k, of }: Division, chance: Chance, most = SEEN_MOST): number {
	const seen = chance.some(most, of.length);
	const some = Uint8Array.from(seen, (place) => of[place] ?? 0);
	return silhouette(placesOf(places, seen), some, k);
}

/**
 * The clearest division that chance alone made in 20 trials: within each statement the answers are dealt out anew
 * among those who saw it, so that nobody's answers belong together any more.
 */
export function clearestByChance(matrix: Matrix, k: number, chance: Chance): number {
	const rows = chance.some(partOf(matrix), matrix.participants.length);
	const part = take(matrix, rows);
	const entries = byColumn(part);
	let clearest = -1;
	for (let turn = 0; turn < NULLS; turn++) {
		const dealt = { ...part, values: dealtAnew(part, entries, chance) };
		const places = placesOf(positions(dealt, model(dealt, chance, ROUGH)), included(dealt));
		if (places.length === 0) continue;
		const made = clusters(places, k, chance, QUICK);
		clearest = Math.max(clearest, clearness(places, made, chance, SEEN_IN_TRIAL));
	}
	return clearest;
}

/** The entries of each column. */
function byColumn({ columns, statements }: Matrix): number[][] {
	const lists: number[][] = statements.map(() => []);
	columns.forEach((column, entry) => lists[column]?.push(entry));
	return lists;
}

function dealtAnew({ values }: Matrix, lists: readonly number[][], chance: Chance): Int8Array {
	const dealt = Int8Array.from(values);
	for (const entries of lists) {
		for (let last = entries.length - 1; last > 0; last--) {
			const one = entries[last] ?? 0;
			const other = entries[chance.below(last + 1)] ?? 0;
			const held = dealt[one] ?? 0;
			dealt[one] = dealt[other] ?? 0;
			dealt[other] = held;
		}
	}
	return dealt;
}
