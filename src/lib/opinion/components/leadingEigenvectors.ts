import { addTurned, BLOCK, orthonormal, products } from './vectorBlocks.ts';
import type { Chance } from '../chance.ts';
import { symmetric, type Eigen } from './jacobi.ts';

/** out = A × block, for a symmetric A with no negative eigenvalue; `out` comes zeroed. */
export type Multiply = (block: Float64Array, out: Float64Array) => void;

export interface Leading {
	/** Descending. */
	values: number[];
	/** 4 × size; vectors whose value is nothing are 0. */
	block: Float64Array;
}

export interface IterationLimits {
	/** How far A·v may be from λ·v, in parts of the largest λ. */
	tolerance: number;
	/** Multiplications in a row before the best of what they gave is taken on. */
	depth: number;
	/** Such rows at most. */
	turns: number;
	/** Multiplications it usually takes. */
	usual: number;
}

const NOTHING = 1e-12;

/**
 * The leading two eigenvectors by block subspace iteration with Rayleigh–Ritz (Golub and Van Loan, Matrix Computations,
 * sections 8.2 and 10.3): four vectors are multiplied several times over, and of everything this gave the four best are
 * taken on, until the first two stand. What was multiplied before is not thrown away: that takes a third of the work.
 */
export function leadingEigenvectors(multiply: Multiply, start: Float64Array, patience: IterationLimits): Leading {
	let block = orthonormal(start, []);
	let image = times(multiply, block);
	for (let turn = 1; ; turn++) {
		const [blocks, images] = [[block], [image]];
		while (blocks.length < patience.depth) {
			const next = orthonormal(images.at(-1) ?? block, blocks);
			blocks.push(next);
			images.push(times(multiply, next));
		}
		const ritz = symmetric(tableOf(blocks, images), BLOCK * blocks.length);
		[block, image] = [turned(blocks, ritz), turned(images, ritz)];
		const values = ritz.values.slice(0, BLOCK);
		const [largest = 0] = values;
		const off = Math.max(distance(image, block, values, 0), distance(image, block, values, 1));
		if (turn >= patience.turns || off <= patience.tolerance * largest || largest < NOTHING) {
			return { values, block: withoutNothing(block, values) };
		}
	}
}

/** Any four directions: which ones they are does not show in the result. */
export function anyBlock(size: number, chance: Chance): Float64Array {
	return Float64Array.from({ length: BLOCK * size }, () => chance.next() - 0.5);
}

function times(multiply: Multiply, block: Float64Array): Float64Array {
	const out = new Float64Array(block.length);
	multiply(block, out);
	return out;
}

/** How A looks among the vectors of these blocks; the two halves differ in the last digits only. */
function tableOf(blocks: readonly Float64Array[], images: readonly Float64Array[]): Float64Array {
	const size = BLOCK * blocks.length;
	const table = new Float64Array(size * size);
	blocks.forEach((block, row) =>
		images.slice(row).forEach((image, more) => {
			products(block, image).forEach((value, at) => {
				const [i, j] = [BLOCK * row + Math.floor(at / BLOCK), BLOCK * (row + more) + (at % BLOCK)];
				table[size * i + j] = value;
				table[size * j + i] = value;
			});
		})
	);
	return table;
}

/** The best four of what these blocks hold. */
function turned(blocks: readonly Float64Array[], { vectors }: Eigen): Float64Array {
	const size = BLOCK * blocks.length;
	const out = new Float64Array(blocks[0]?.length ?? 0);
	blocks.forEach((block, row) => {
		const turn = new Float64Array(BLOCK * BLOCK);
		turn.forEach((_, at) => {
			turn[at] = vectors[size * (BLOCK * row + Math.floor(at / BLOCK)) + (at % BLOCK)] ?? 0;
		});
		addTurned(out, block, turn);
	});
	return out;
}

function distance(image: Float64Array, block: Float64Array, values: readonly number[], c: number): number {
	const value = values[c] ?? 0;
	let sum = 0;
	for (let at = c; at < block.length; at += BLOCK) sum += ((image[at] ?? 0) - value * (block[at] ?? 0)) ** 2;
	return Math.sqrt(sum);
}

function withoutNothing(block: Float64Array, values: readonly number[]): Float64Array {
	const least = NOTHING * Math.max(values[0] ?? 0, NOTHING);
	return block.map((entry, at) => ((values[at % BLOCK] ?? 0) <= least ? 0 : entry));
}
