import type { Chance } from '../chance.ts';
import { crossed } from '../clustering/partitionSimilarity.ts';

/** How far opinion groups follow the groups people have declared. */
export interface Relation {
	/** Cramér's V without its upward bias for small numbers (Bergsma 2013): 0 not at all, 1 wholly. */
	v: number;
	/** How often chance alone relates them as much: permutation test with 999 trials, never 0. */
	p: number;
	/** People counted. */
	n: number;
}

const TRIALS = 999;
const CERTAIN = 0.05;

/** Both lists tell of the same people: small whole numbers from 0. */
export function relation(declared: readonly number[], opinion: readonly number[], chance: Chance): Relation {
	const groups = (of: readonly number[]) => of.reduce((most, group) => Math.max(most, group + 1), 0);
	const [rows, columns] = [groups(declared), groups(opinion)];
	const n = declared.length;
	const ours = chiSquare(crossed(declared, opinion, rows, columns));
	const dealt = [...opinion];
	let asMuch = 1;
	for (let turn = 0; turn < TRIALS; turn++) {
		shuffle(dealt, chance);
		// Sums of rounded terms: a table like ours must not be lost to the last digit.
		if (chiSquare(crossed(declared, dealt, rows, columns)) >= ours * (1 - 1e-9)) asMuch++;
	}
	return { v: cramersV(ours, n, crossed(declared, opinion, rows, columns)), p: asMuch / (TRIALS + 1), n };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);
const columnSums = (table: readonly number[][]) => (table[0] ?? []).map((_, c) => sum(table.map((row) => row[c] ?? 0)));

function chiSquare(table: readonly number[][]): number {
	const rows = table.map(sum);
	const columns = columnSums(table);
	const n = sum(rows);
	let total = 0;
	table.forEach((line, r) =>
		line.forEach((seen, c) => {
			const expected = ((rows[r] ?? 0) * (columns[c] ?? 0)) / n;
			if (expected > 0) total += (seen - expected) ** 2 / expected;
		})
	);
	return total;
}

/** Only groups in which there is somebody count. */
function cramersV(chi: number, n: number, table: readonly number[][]): number {
	const r = table.map(sum).filter((count) => count > 0).length;
	const c = columnSums(table).filter((count) => count > 0).length;
	if (r < 2 || c < 2 || n < 2) return 0;
	const phi = Math.max(0, chi / n - ((r - 1) * (c - 1)) / (n - 1));
	const [rows, columns] = [r - (r - 1) ** 2 / (n - 1), c - (c - 1) ** 2 / (n - 1)];
	const least = Math.min(rows, columns) - 1;
	return least > 0 ? Math.min(1, Math.sqrt(phi / least)) : 0;
}

function shuffle(list: number[], chance: Chance): void {
	for (let last = list.length - 1; last > 0; last--) {
		const other = chance.below(last + 1);
		const held = list[last] ?? 0;
		list[last] = list[other] ?? 0;
		list[other] = held;
	}
}

/** In one word: `hardly` also when it may well be chance. */
export type Follows = 'hardly' | 'partly' | 'strongly';

export function follows({ v, p }: Relation): Follows {
	if (p >= CERTAIN || v < 0.15) return 'hardly';
	return v < 0.4 ? 'partly' : 'strongly';
}
