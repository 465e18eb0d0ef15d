import { NODE, POINT, type Tree } from './kdTree.ts';

/** What stands at each centre, SUMS numbers each: its weight, the sums of x and y, the sum of marks. */
export type Sums = Float64Array;
export const SUMS = 4;

/** Their own constants: where modules are not bundled, one from another module is looked up at every use. */
const [NODE_NUMBERS, POINT_NUMBERS, SUM_NUMBERS] = [NODE, POINT, SUMS];
/** More than rounding makes. */
const CLEAR = 1 + 1e-9;

/**
 * One round of k-means: who stands nearest to which centre, added up. A region of which every place is nearer to one
 * centre than to any other is added at once (as Kanungo et al., IEEE PAMI 24, 2002). The places at each centre are those
 * that going through all of them would give.
 */
export function sumsOf({ numbers, points, from, to, next, nodes }: Tree, centres: Float64Array, sums: Sums): void {
	sums.fill(0);
	for (let node = 0; node < nodes;) {
		const at = NODE_NUMBERS * node;
		const owner = ownerOf(numbers, at, centres);
		const behind = next[node] ?? nodes;
		if (owner >= 0) {
			const s = SUM_NUMBERS * owner;
			sums[s] = (sums[s] ?? 0) + (numbers[at + 3] ?? 0);
			sums[s + 1] = (sums[s + 1] ?? 0) + (numbers[at + 4] ?? 0);
			sums[s + 2] = (sums[s + 2] ?? 0) + (numbers[at + 5] ?? 0);
			sums[s + 3] = (sums[s + 3] ?? 0) + (numbers[at + 6] ?? 0);
		} else if (behind === node + 1) {
			addEach(points, POINT_NUMBERS * (from[node] ?? 0), POINT_NUMBERS * (to[node] ?? 0), centres, sums);
		}
		node = owner >= 0 ? behind : node + 1;
	}
}

/** The centre all places of a region are nearest to; -1: there may be several. */
function ownerOf(numbers: Float64Array, at: number, centres: Float64Array): number {
	const x = numbers[at] ?? 0;
	const y = numbers[at + 1] ?? 0;
	let [owner, least, second] = [0, Infinity, Infinity];
	for (let c = 0; c < centres.length; c += 2) {
		const dx = x - (centres[c] ?? 0);
		const dy = y - (centres[c + 1] ?? 0);
		const away = dx * dx + dy * dy;
		if (away < least) {
			second = least;
			least = away;
			owner = c >> 1;
		} else if (away < second) second = away;
	}
	return Math.sqrt(second) > (Math.sqrt(least) + 2 * (numbers[at + 2] ?? 0)) * CLEAR ? owner : -1;
}

function addEach(points: Float64Array, from: number, to: number, centres: Float64Array, sums: Sums): void {
	for (let at = from; at < to; at += POINT_NUMBERS) {
		const x = points[at] ?? 0;
		const y = points[at + 1] ?? 0;
		let best = 0;
		let least = Infinity;
		for (let c = 0; c < centres.length; c += 2) {
			const dx = x - (centres[c] ?? 0);
			const dy = y - (centres[c + 1] ?? 0);
			const away = dx * dx + dy * dy;
			if (away < least) {
				least = away;
				best = c;
			}
		}
		const s = (best >> 1) * SUM_NUMBERS;
		const w = points[at + 2] ?? 0;
		sums[s] = (sums[s] ?? 0) + w;
		sums[s + 1] = (sums[s + 1] ?? 0) + w * x;
		sums[s + 2] = (sums[s + 2] ?? 0) + w * y;
		sums[s + 3] = (sums[s + 3] ?? 0) + (points[at + 3] ?? 0);
	}
}
