/** How alike two divisions are, and how well one divides. Divisions: the group of each place, a small number. */
const pairs = (n: number) => (n * (n - 1)) / 2;

/** How often each group of the one met each group of the other: rows × columns. */
export function crossed(one: ArrayLike<number>, other: ArrayLike<number>, rows: number, columns: number): number[][] {
	const table = Array.from({ length: rows }, () => Array.from({ length: columns }, () => 0));
	for (let p = 0; p < one.length; p++) {
		const line = table[one[p] ?? -1];
		const at = other[p] ?? -1;
		if (line?.[at] !== undefined) line[at] += 1;
	}
	return table;
}

function groups(of: ArrayLike<number>): number {
	let most = 0;
	for (let p = 0; p < of.length; p++) most = Math.max(most, (of[p] ?? 0) + 1);
	return most;
}

/**
 * The adjusted Rand index (Hubert and Arabie 1985): 1 when both divide alike, 0 when they agree no more than chance
 * would. Two divisions that do not divide at all are alike.
 */
export function randIndex(one: ArrayLike<number>, other: ArrayLike<number>): number {
	const table = crossed(one, other, groups(one), groups(other));
	const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);
	const rows = sum(table.map((line) => pairs(sum(line))));
	const columns = sum((table[0] ?? []).map((_, c) => pairs(sum(table.map((line) => line[c] ?? 0)))));
	const both = sum(table.flat().map(pairs));
	const expected = one.length < 2 ? 0 : (rows * columns) / pairs(one.length);
	const most = (rows + columns) / 2;
	return most === expected ? 1 : (both - expected) / (most - expected);
}

/**
 * The mean silhouette (Rousseeuw 1987): how much nearer people are to their own group than to the next one, -1 to 1;
 * 0 when there is only one group. `places`: x of place p at 2 × p, y at 2 × p + 1. Takes places² / 2 steps.
 */
export function silhouette(places: Float64Array, of: Uint8Array, k: number): number {
	const size = new Float64Array(k);
	for (const group of of) size[group] = (size[group] ?? 0) + 1;
	if (size.filter((n) => n > 0).length < 2) return 0;
	const far = distances(places, of, k);
	let total = 0;
	for (let p = 0; p < of.length; p++) total += standing(far, k * p, size, of[p] ?? 0);
	return total / of.length;
}

/** At k × p + group: the sum of the distances from p to everybody in that group. */
function distances(places: Float64Array, of: Uint8Array, k: number): Float64Array {
	const far = new Float64Array(k * of.length);
	for (let p = 0; p < of.length; p++) {
		const x = places[2 * p] ?? 0;
		const y = places[2 * p + 1] ?? 0;
		const own = of[p] ?? 0;
		for (let q = 0; q < p; q++) {
			const dx = x - (places[2 * q] ?? 0);
			const dy = y - (places[2 * q + 1] ?? 0);
			const distance = Math.sqrt(dx * dx + dy * dy);
			const [mine, theirs] = [k * p + (of[q] ?? 0), k * q + own];
			far[mine] = (far[mine] ?? 0) + distance;
			far[theirs] = (far[theirs] ?? 0) + distance;
		}
	}
	return far;
}

/** One person's silhouette from her summed distances to each group, which begin at `from`; 0 for somebody alone in hers. */
function standing(far: Float64Array, from: number, size: Float64Array, own: number): number {
	const others = (size[own] ?? 0) - 1;
	if (others === 0) return 0;
	const within = (far[from + own] ?? 0) / others;
	let next = Infinity;
	for (let group = 0; group < size.length; group++) {
		const n = size[group] ?? 0;
		if (group !== own && n > 0) next = Math.min(next, (far[from + group] ?? 0) / n);
	}
	const most = Math.max(within, next);
	return most > 0 ? (next - within) / most : 0;
}
