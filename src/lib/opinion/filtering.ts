import { HIGH, LEFT, LOW, NUMBERS, RIGHT, SUM_X, SUM_Y, WEIGHT, type Cloud } from './kdTree.ts';

/** What stands at each centre: its weight and the sums of x and y, at 3 × centre. */
export type Sums = Float64Array;
export const SUMS = 3;

/** Up to so many places going through all of them is quicker than asking region by region. */
const FEW = 4_000;

/** One round of k-means: who stands nearest to which centre, added up. */
export function sumsOf(cloud: Cloud, centres: Float64Array, sums: Sums): void {
	sums.fill(0);
	if (cloud.weights.length <= FEW) addAll(cloud, centres, sums);
	else addRegions(cloud, centres, sums);
}

function addAll({ places, weights }: Cloud, centres: Float64Array, sums: Sums): void {
	const [count, end] = [weights.length, centres.length];
	for (let p = 0; p < count; p++) {
		const x = places[2 * p] ?? 0;
		const y = places[2 * p + 1] ?? 0;
		let best = 0;
		let least = Infinity;
		for (let c = 0; c < end; c += 2) {
			const dx = x - (centres[c] ?? 0);
			const dy = y - (centres[c + 1] ?? 0);
			const away = dx * dx + dy * dy;
			if (away < least) {
				least = away;
				best = c;
			}
		}
		const w = weights[p] ?? 0;
		const at = (best >> 1) * SUMS;
		sums[at] = (sums[at] ?? 0) + w;
		sums[at + 1] = (sums[at + 1] ?? 0) + w * x;
		sums[at + 2] = (sums[at + 2] ?? 0) + w * y;
	}
}

/**
 * One round over a whole cloud: who stands nearest to which centre, added up. Centres that no place of a region
 * can be nearest to are left out there, and where one is left the region is added at once (Kanungo et al., IEEE PAMI 24,
 * 2002). The result is that of going through every place.
 */
function addRegions({ places, weights, tree }: Cloud, centres: Float64Array, sums: Sums): void {
	const lists: number[][] = [];
	const visit = (node: number, candidates: readonly number[], depth: number): void => {
		const here = (lists[depth] ??= []);
		const left = within(tree.numbers, NUMBERS * node, centres, candidates, here);
		if (left === 1) return addNode(tree.numbers, NUMBERS * node, here[0] ?? 0, sums);
		const second = tree.second[node] ?? 0;
		if (second === 0) return addLeaf(node, here);
		visit(node + 1, here, depth + 1);
		visit(second, here, depth + 1);
	};
	const addLeaf = (node: number, candidates: readonly number[]): void => {
		for (let at = tree.from[node] ?? 0, to = tree.to[node] ?? 0; at < to; at++) {
			const p = tree.order[at] ?? 0;
			const [x, y, w] = [places[2 * p] ?? 0, places[2 * p + 1] ?? 0, weights[p] ?? 0];
			const c = SUMS * nearest(centres, candidates, x, y);
			sums[c] = (sums[c] ?? 0) + w;
			sums[c + 1] = (sums[c + 1] ?? 0) + w * x;
			sums[c + 2] = (sums[c + 2] ?? 0) + w * y;
		}
	};
	const all = Array.from({ length: centres.length / 2 }, (_, c) => c);
	if (weights.length > 0) visit(0, all, 0);
}

function addNode(numbers: Float64Array, at: number, centre: number, sums: Sums): void {
	const c = SUMS * centre;
	sums[c] = (sums[c] ?? 0) + (numbers[at + WEIGHT] ?? 0);
	sums[c + 1] = (sums[c + 1] ?? 0) + (numbers[at + SUM_X] ?? 0);
	sums[c + 2] = (sums[c + 2] ?? 0) + (numbers[at + SUM_Y] ?? 0);
}

function nearest(centres: Float64Array, candidates: readonly number[], x: number, y: number): number {
	let [best, least] = [0, Infinity];
	for (const c of candidates) {
		const [dx, dy] = [x - (centres[2 * c] ?? 0), y - (centres[2 * c + 1] ?? 0)];
		const away = dx * dx + dy * dy;
		if (away < least) [best, least] = [c, away];
	}
	return best;
}

/** Writes those centres into `out` that some place within the frame may be nearest to, and says how many. */
function within(
	numbers: Float64Array,
	at: number,
	centres: Float64Array,
	candidates: readonly number[],
	out: number[]
): number {
	const [left, right] = [numbers[at + LEFT] ?? 0, numbers[at + RIGHT] ?? 0];
	const [low, high] = [numbers[at + LOW] ?? 0, numbers[at + HIGH] ?? 0];
	const best = nearest(centres, candidates, (left + right) / 2, (low + high) / 2);
	const [bestX, bestY] = [centres[2 * best] ?? 0, centres[2 * best + 1] ?? 0];
	out.length = 0;
	for (const c of candidates) {
		const [x, y] = [centres[2 * c] ?? 0, centres[2 * c + 1] ?? 0];
		// The corner that lies farthest towards this centre: if even that is nearer to the best one, all are.
		const cornerX = x > bestX ? right : left;
		const cornerY = y > bestY ? high : low;
		const own = (cornerX - x) ** 2 + (cornerY - y) ** 2;
		if (c === best || own < (cornerX - bestX) ** 2 + (cornerY - bestY) ** 2) out.push(c);
	}
	return out.length;
}
