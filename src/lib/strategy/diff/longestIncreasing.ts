/** The longest rising subsequence (patience sorting, O(n log n)). Values are distinct. */
export function longestIncreasing(values: readonly number[]): number[] {
	const ends: number[] = [];
	const below = new Map<number, number | undefined>();
	for (const value of values) {
		const pile = firstAtLeast(ends, value);
		below.set(value, ends[pile - 1]);
		ends[pile] = value;
	}
	const run: number[] = [];
	for (let value = ends.at(-1); value !== undefined; value = below.get(value)) run.push(value);
	return run.reverse();
}

function firstAtLeast(sorted: readonly number[], value: number): number {
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((sorted[middle] ?? 0) < value) low = middle + 1;
		else high = middle;
	}
	return low;
}
