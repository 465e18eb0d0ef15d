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
 * A k-d tree (Bentley 1975). Nodes stand in the order in which they are visited: the first child of node n is n + 1, the
 * second is `second[n]`, 0 for a leaf. Seven numbers a node, see SUM_X and those after it.
 */
export interface Tree {
	/** Places in the order of the leaves. */
	order: Uint32Array;
	/** Where the places of a node begin and end in `order`. */
	from: Uint32Array;
	to: Uint32Array;
	second: Uint32Array;
	numbers: Float64Array;
}

export const NUMBERS = 7;
/** The sums of a node, by weight, and its frame. */
export const [WEIGHT, SUM_X, SUM_Y, LEFT, RIGHT, LOW, HIGH] = [0, 1, 2, 3, 4, 5, 6];
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

function treeOf(places: Float64Array, weights: Float64Array): Tree {
	const count = weights.length;
	const most = 2 * count + 1;
	const list = () => new Uint32Array(most);
	const order = Uint32Array.from({ length: count }, (_, place) => place);
	const tree = { order, from: list(), to: list(), second: list(), numbers: new Float64Array(NUMBERS * most) };
	let nodes = 0;
	const grow = (from: number, to: number): void => {
		const node = nodes++;
		tree.from[node] = from;
		tree.to[node] = to;
		const cut = measure(tree, node, places, weights);
		if (to - from <= LEAF || cut.length === 0) return;
		const middle = parted(order, places, from, to, cut);
		grow(from, middle);
		tree.second[node] = nodes;
		grow(middle, to);
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

/** Writes down the sums and the frame of a node. */
function measure({ order, from, to, numbers }: Tree, node: number, places: Float64Array, weights: Float64Array): Cut {
	let [weight, sumX, sumY, left, right, low, high] = [0, 0, 0, Infinity, -Infinity, Infinity, -Infinity];
	for (let at = from[node] ?? 0, end = to[node] ?? 0; at < end; at++) {
		const p = order[at] ?? 0;
		const [w, x, y] = [weights[p] ?? 0, places[2 * p] ?? 0, places[2 * p + 1] ?? 0];
		weight += w;
		sumX += w * x;
		sumY += w * y;
		if (x < left) left = x;
		if (x > right) right = x;
		if (y < low) low = y;
		if (y > high) high = y;
	}
	numbers.set([weight, sumX, sumY, left, right, low, high], NUMBERS * node);
	return right - left >= high - low
		? { axis: 0, at: (left + right) / 2, length: right - left }
		: { axis: 1, at: (low + high) / 2, length: high - low };
}

/** Those up to the cut first; where the others begin. Neither part is empty. */
function parted(order: Uint32Array, places: Float64Array, from: number, to: number, { axis, at }: Cut): number {
	let [low, high] = [from, to - 1];
	while (low <= high) {
		const p = order[low] ?? 0;
		if ((places[2 * p + axis] ?? 0) <= at) low++;
		else {
			order[low] = order[high] ?? 0;
			order[high--] = p;
		}
	}
	// The middle of two neighbouring numbers may be the larger one.
	return Math.min(Math.max(low, from + 1), to - 1);
}
