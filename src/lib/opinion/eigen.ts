import type { Chance } from './chance.ts';

/** Vectors are worked on in blocks of four, row by row: entry j of vector c stands at 4 × j + c. */
export const BLOCK = 4;

/** out = A × block, for a symmetric A with no negative eigenvalue; `out` comes zeroed. */
export type Multiply = (block: Float64Array, out: Float64Array) => void;

export interface Leading {
	/** Descending. */
	values: number[];
	/** 4 × size; vectors whose value is nothing are 0. */
	block: Float64Array;
}

export interface Patience {
	/** How far A·v may be from λ·v, in parts of the largest λ. */
	tolerance: number;
	/** Multiplications at most. */
	most: number;
	/** How many it usually takes. */
	usual: number;
}

const NOTHING = 1e-12;

/**
 * The leading two eigenvectors by block subspace iteration with Rayleigh–Ritz (Golub and Van Loan, Matrix
 * Computations, section 8.2): four vectors are multiplied, made orthogonal and turned until the first two stand.
 */
export function leading(size: number, multiply: Multiply, chance: Chance, patience: Patience): Leading {
	let block: Float64Array = Float64Array.from({ length: BLOCK * size }, () => chance.next() - 0.5);
	orthonormalise(block, size);
	for (let turn = 1; ; turn++) {
		const product = new Float64Array(BLOCK * size);
		multiply(block, product);
		const { values, vectors } = symmetric(products(block, product, size));
		block = turned(block, vectors, size);
		const image = turned(product, vectors, size);
		const largest = values[0] ?? 0;
		const off = Math.max(distance(image, block, values, 0, size), distance(image, block, values, 1, size));
		if (turn >= patience.most || off <= patience.tolerance * largest || largest < NOTHING) {
			return { values, block: withoutNothing(block, values, size) };
		}
		block = image;
		orthonormalise(block, size);
	}
}

function withoutNothing(block: Float64Array, values: readonly number[], size: number): Float64Array {
	const largest = Math.max(values[0] ?? 0, NOTHING);
	values.forEach((value, c) => {
		if (value <= NOTHING * largest) for (let j = 0; j < size; j++) block[BLOCK * j + c] = 0;
	});
	return block;
}

function distance(image: Float64Array, block: Float64Array, values: readonly number[], c: number, size: number) {
	let sum = 0;
	for (let j = 0; j < size; j++)
		sum += ((image[BLOCK * j + c] ?? 0) - (values[c] ?? 0) * (block[BLOCK * j + c] ?? 0)) ** 2;
	return Math.sqrt(sum);
}

function dot(a: Float64Array, c: number, b: Float64Array, d: number, size: number): number {
	let sum = 0;
	for (let j = 0; j < size; j++) sum += (a[BLOCK * j + c] ?? 0) * (b[BLOCK * j + d] ?? 0);
	return sum;
}

/** Gram–Schmidt, twice over: once is not orthogonal enough when vectors are nearly the same. */
function orthonormalise(block: Float64Array, size: number): void {
	for (let c = 0; c < BLOCK; c++) {
		const before = Math.sqrt(dot(block, c, block, c, size));
		for (const _ of [1, 2]) {
			for (let d = 0; d < c; d++) {
				const share = dot(block, c, block, d, size);
				for (let j = 0; j < size; j++) {
					block[BLOCK * j + c] = (block[BLOCK * j + c] ?? 0) - share * (block[BLOCK * j + d] ?? 0);
				}
			}
		}
		const after = Math.sqrt(dot(block, c, block, c, size));
		const scale = after > 1e-10 * before && after > 0 ? 1 / after : 0;
		for (let j = 0; j < size; j++) block[BLOCK * j + c] = (block[BLOCK * j + c] ?? 0) * scale;
	}
}

function products(block: Float64Array, product: Float64Array, size: number): number[][] {
	const sums = Array.from({ length: BLOCK }, (_, c) =>
		Array.from({ length: BLOCK }, (_, d) => dot(block, c, product, d, size))
	);
	return sums.map((row, c) => row.map((value, d) => (value + (sums[d]?.[c] ?? 0)) / 2));
}

function turned(block: Float64Array, vectors: readonly number[][], size: number): Float64Array {
	const out = new Float64Array(block.length);
	for (let j = 0; j < size; j++) {
		for (let c = 0; c < BLOCK; c++) {
			let sum = 0;
			for (let d = 0; d < BLOCK; d++) sum += (block[BLOCK * j + d] ?? 0) * (vectors[d]?.[c] ?? 0);
			out[BLOCK * j + c] = sum;
		}
	}
	return out;
}

/** Values and vectors (as columns) of a small symmetric matrix, largest first: Jacobi's rotations. */
export function symmetric(matrix: readonly number[][]): { values: number[]; vectors: number[][] } {
	const size = matrix.length;
	const a = matrix.map((row) => [...row]);
	const v = a.map((_, i) => a.map((_, j) => (i === j ? 1 : 0)));
	for (let sweep = 0; sweep < 50; sweep++) {
		let off = 0;
		for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) off += rotate(a, v, p, q);
		if (off === 0) break;
	}
	const order = a.map((_, i) => i).sort((i, j) => (a[j]?.[j] ?? 0) - (a[i]?.[i] ?? 0));
	return { values: order.map((i) => a[i]?.[i] ?? 0), vectors: v.map((row) => order.map((i) => row[i] ?? 0)) };
}

/** Turns rows and columns p and q so that the entry between them is 0. Returns what it was, or 0 if that is nothing. */
function rotate(a: number[][], v: number[][], p: number, q: number): number {
	const [app, aqq, apq] = [a[p]?.[p] ?? 0, a[q]?.[q] ?? 0, a[p]?.[q] ?? 0];
	if (Math.abs(apq) <= 1e-16 * (Math.abs(app) + Math.abs(aqq))) return 0;
	const theta = (aqq - app) / (2 * apq);
	const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
	const c = 1 / Math.sqrt(t * t + 1);
	const s = t * c;
	const mix = (row: number[] | undefined) => {
		if (!row) return;
		const [x, y] = [row[p] ?? 0, row[q] ?? 0];
		row[p] = c * x - s * y;
		row[q] = s * x + c * y;
	};
	a.forEach(mix);
	const [one, other] = [[...(a[p] ?? [])], [...(a[q] ?? [])]];
	a[p] = one.map((x, i) => c * x - s * (other[i] ?? 0));
	a[q] = one.map((x, i) => s * x + c * (other[i] ?? 0));
	v.forEach(mix);
	return Math.abs(apq);
}
