import { mixed } from '../chance.ts';

/** A cloud of places on the map, cut up so that whole regions can be added to a centre at once. */
export interface Cloud {
	/** x of place p at 2 × p, y at 2 × p + 1. */
	places: Float64Array;
	/** How often each place counts. */
	weights: Float64Array;
	/** Made when it is first asked for. */
	readonly tree: Tree;
}

/**
 * A k-d tree (Bentley 1975). Nodes stand in the order in which they are visited: the first child of node n is n + 1, and
 * what comes behind all of its descendants is `next[n]`, which is n + 1 for a leaf. So a walk needs no stack.
 */
export interface Tree {
	/** Places in the order of the leaves, POINT numbers each: x, y, weight, mark. */
	points: Float64Array;
	/** Where the places of a node begin and end among the points. */
	from: Uint32Array;
	to: Uint32Array;
	next: Uint32Array;
	/** NODE numbers each: a circle around its places (x, y, radius); their weight, sums of x and y by weight, sum of marks. */
	numbers: Float64Array;
	nodes: number;
}

export const POINT = 4;
export const NODE = 7;
const LEAF = 8;

export function cloud(places: Float64Array, weights?: Float64Array): Cloud {
	const each = weights ?? new Float64Array(places.length / 2).fill(1);
	let tree: Tree | null = null;
	return {
		...{ places, weights: each },
		get tree() {
			return (tree ??= treeOf(places, each));
		}
	};
}

/**
 * Marks are whole numbers below 2 ** 32: their sums are exact in whatever order they are added (up to two million
 * places), so that it shows whether two centres have the same places.
 */
function pointsOf(places: Float64Array, weights: Float64Array): Float64Array {
	const points = new Float64Array(POINT * weights.length);
	for (let p = 0; p < weights.length; p++) {
		points[POINT * p] = places[2 * p] ?? 0;
		points[POINT * p + 1] = places[2 * p + 1] ?? 0;
		points[POINT * p + 2] = weights[p] ?? 0;
		points[POINT * p + 3] = mixed(p, 0x51ed270b);
	}
	return points;
}

function treeOf(places: Float64Array, weights: Float64Array): Tree {
	const count = weights.length;
	const list = () => new Uint32Array(2 * count + 1);
	const [from, to, next] = [list(), list(), list()];
	const numbers = new Float64Array(NODE * (2 * count + 1));
	const tree = { points: pointsOf(places, weights), from, to, next, numbers, nodes: 0 };
	const grow = (begin: number, end: number): void => {
		const node = tree.nodes++;
		from[node] = begin;
		to[node] = end;
		const cut = measure(tree, node);
		if (end - begin > LEAF && cut.length > 0) {
			const middle = parted(tree.points, begin, end, cut);
			grow(begin, middle);
			grow(middle, end);
		}
		next[node] = tree.nodes;
	};
	if (count > 0) grow(0, count);
	return tree;
}

/** Across the longer side, in its middle. */
interface Cut {
	axis: 0 | 1;
	at: number;
	length: number;
}

/** Writes down the sums and the circle of a node. */
function measure({ points, from, to, numbers }: Tree, node: number): Cut {
	let [weight, sumX, sumY, marks] = [0, 0, 0, 0];
	let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
	const [begin, end] = [POINT * (from[node] ?? 0), POINT * (to[node] ?? 0)];
	for (let at = begin; at < end; at += POINT) {
		const [x, y, w] = [points[at] ?? 0, points[at + 1] ?? 0, points[at + 2] ?? 0];
		weight += w;
		sumX += w * x;
		sumY += w * y;
		marks += points[at + 3] ?? 0;
		if (x < left) left = x;
		if (x > right) right = x;
		if (y < low) low = y;
		if (y > high) high = y;
	}
	const [x, y] = [(left + right) / 2, (low + high) / 2];
	let radius = 0;
	for (let at = begin; at < end; at += POINT) {
		const [dx, dy] = [(points[at] ?? 0) - x, (points[at + 1] ?? 0) - y];
		radius = Math.max(radius, dx * dx + dy * dy);
	}
	numbers.set([x, y, Math.sqrt(radius), weight, sumX, sumY, marks], NODE * node);
	return right - left >= high - low ? { axis: 0, at: x, length: right - left } : { axis: 1, at: y, length: high - low };
}

/** Those up to the cut first; where the others begin. Neither part is empty. */
function parted(points: Float64Array, from: number, to: number, { axis, at }: Cut): number {
	let [low, high] = [from, to - 1];
	while (low <= high) {
		if ((points[POINT * low + axis] ?? 0) <= at) low++;
		else swap(points, POINT * low, POINT * high--);
	}
	// The middle of two neighbouring numbers may be the larger one.
	return Math.min(Math.max(low, from + 1), to - 1);
}

function swap(points: Float64Array, one: number, other: number): void {
	for (let n = 0; n < POINT; n++) {
		const held = points[one + n] ?? 0;
		points[one + n] = points[other + n] ?? 0;
		points[other + n] = held;
	}
}
