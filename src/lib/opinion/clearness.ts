import type { Chance } from './chance.ts';
import { clusters, QUICK } from './clusters.ts';
import { model, ROUGH } from './components.ts';
import { silhouette } from './likeness.ts';
import { take, type Matrix } from './matrix.ts';
import { nullPartOf } from './part.ts';
import { included, placed, placesOf } from './projection.ts';
import { ready } from './ready.ts';

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
	const part = take(matrix, chance.some(nullPartOf(matrix), matrix.participants.length));
	const [votes, rows] = [ready(part), included(part)];
	if (rows.length === 0) return -1;
	const entries = byColumn(part);
	let clearest = -1;
	for (let turn = 0; turn < NULLS; turn++) {
		dealAnew(votes.answers, entries, chance);
		const places = placed(votes, model(votes, chance, ROUGH), rows);
		const made = clusters(places, k, chance, QUICK);
		clearest = Math.max(clearest, clearness(places, made, chance, SEEN_IN_TRIAL));
	}
	return clearest;
}

/** The entries of all columns, one column after the other, and where each column begins. */
interface ByColumn {
	entries: Uint32Array;
	begins: Uint32Array;
}

function byColumn({ columns, statements }: Matrix): ByColumn {
	const begins = new Uint32Array(statements.length + 1);
	for (const column of columns) begins[column + 1] = (begins[column + 1] ?? 0) + 1;
	for (let at = 1; at < begins.length; at++) begins[at] = (begins[at] ?? 0) + (begins[at - 1] ?? 0);
	const [entries, next] = [new Uint32Array(columns.length), Uint32Array.from(begins)];
	columns.forEach((column, entry) => {
		const place = next[column] ?? 0;
		entries[place] = entry;
		next[column] = place + 1;
	});
	return { entries, begins };
}

/** Shuffles the answers within each column (Fisher–Yates). */
function dealAnew(answers: Uint32Array, { entries, begins }: ByColumn, chance: Chance): void {
	for (let column = 0; column + 1 < begins.length; column++) {
		const first = begins[column] ?? 0;
		for (let last = (begins[column + 1] ?? 0) - 1; last > first; last--) {
			const one = entries[last] ?? 0;
			const other = entries[first + chance.below(last + 1 - first)] ?? 0;
			const held = answers[one] ?? 0;
			answers[one] = answers[other] ?? 0;
			answers[other] = held;
		}
	}
}
