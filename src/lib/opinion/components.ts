import { Chance } from './chance.ts';
import { BLOCK, leading, type Multiply, type Patience } from './eigen.ts';
import { centred, lengthOf, type Matrix } from './matrix.ts';

/** What is needed to place anybody on the map. */
export interface Model {
	/** See `centred`: 3 × statements. */
	centre: Float64Array;
	/** Weights of the statements on the first axis and on the second, unit length (or 0 where there is no such axis). */
	axes: readonly [Float64Array, Float64Array];
}

export const EXACT: Patience = { tolerance: 1e-7, most: 500, usual: 25 };
/** For repeated trials, of which only a mean or a maximum is wanted. Without any pattern no axis stands out at all. */
export const ROUGH: Patience = { tolerance: 1e-2, most: 8, usual: 6 };

/** Beyond this a table statements × statements takes too much memory (50 MB). */
const TABLE_MOST = 2_500;
/** What a pair of statements in the table costs, and a vote in both passes over the rows: measured, in nanoseconds. */
const PAIR = 4;
const PASS = 14;

/** Principal components of the centred votes, missing ones at the column's mean: two axes that tell people apart best. */
export function model(matrix: Matrix, chance: Chance, patience: Patience = EXACT): Model {
	const centre = centred(matrix);
	const size = matrix.statements.length;
	const multiply = tableIsCheaper(matrix, patience.usual) ? byTable(matrix, centre) : byRows(matrix, centre);
	const { block } = leading(size, multiply, chance, patience);
	const axis = (c: number) => pointed(Float64Array.from({ length: size }, (_, j) => block[BLOCK * j + c] ?? 0));
	return { centre, axes: [axis(0), axis(1)] };
}

/** An axis has no direction of its own: the heaviest statement (the first of equals) shall point to the right. */
function pointed(axis: Float64Array): Float64Array {
	let heaviest = 0;
	axis.forEach((weight) => {
		if (Math.abs(weight) > Math.abs(heaviest) * (1 + 1e-6)) heaviest = weight;
	});
	return heaviest < 0 ? axis.map((weight) => -weight) : axis;
}

function tableIsCheaper(matrix: Matrix, turns: number): boolean {
	const size = matrix.statements.length;
	let pairs = 0;
	for (let row = 0; row < matrix.participants.length; row++) pairs += lengthOf(matrix, row) ** 2 / 2;
	const table = PAIR * (pairs + turns * size * size);
	return size <= TABLE_MOST && table < PASS * turns * matrix.columns.length;
}

/** Its own constant: where modules are not bundled, one from another module is looked up at every use. */
const FOUR = BLOCK;

/** Goes through the votes at each multiplication: participants' sums first, then back onto the statements. */
function byRows({ pointers, columns, values, statements }: Matrix, centre: Float64Array): Multiply {
	const said = new Float64Array(statements.length);
	return (block, out) => {
		for (let row = 0; row + 1 < pointers.length; row++) {
			const from = pointers[row] ?? 0;
			const to = pointers[row + 1] ?? 0;
			let a = 0;
			let b = 0;
			let c = 0;
			let d = 0;
			for (let entry = from; entry < to; entry++) {
				const at = columns[entry] ?? 0;
				const value = centre[3 * at + (values[entry] ?? 0) + 1] ?? 0;
				said[entry - from] = value;
				a += value * (block[FOUR * at] ?? 0);
				b += value * (block[FOUR * at + 1] ?? 0);
				c += value * (block[FOUR * at + 2] ?? 0);
				d += value * (block[FOUR * at + 3] ?? 0);
			}
			for (let entry = from; entry < to; entry++) {
				const at = columns[entry] ?? 0;
				const value = said[entry - from] ?? 0;
				out[FOUR * at] = (out[FOUR * at] ?? 0) + value * a;
				out[FOUR * at + 1] = (out[FOUR * at + 1] ?? 0) + value * b;
				out[FOUR * at + 2] = (out[FOUR * at + 2] ?? 0) + value * c;
				out[FOUR * at + 3] = (out[FOUR * at + 3] ?? 0) + value * d;
			}
		}
	};
}

/** Goes through the votes once and keeps how each two statements go together. */
function byTable(matrix: Matrix, centre: Float64Array): Multiply {
	const size = matrix.statements.length;
	const table = together(matrix, centre);
	return (block, out) => {
		for (let j = 0; j < size; j++) {
			let a = 0;
			let b = 0;
			let c = 0;
			let d = 0;
			for (let k = 0; k < size; k++) {
				const value = table[j * size + k] ?? 0;
				a += value * (block[FOUR * k] ?? 0);
				b += value * (block[FOUR * k + 1] ?? 0);
				c += value * (block[FOUR * k + 2] ?? 0);
				d += value * (block[FOUR * k + 3] ?? 0);
			}
			out[FOUR * j] = a;
			out[FOUR * j + 1] = b;
			out[FOUR * j + 2] = c;
			out[FOUR * j + 3] = d;
		}
	};
}

function together({ pointers, columns, values, statements }: Matrix, centre: Float64Array): Float64Array {
	const size = statements.length;
	const table = new Float64Array(size * size);
	const said = new Float64Array(size);
	for (let row = 0; row + 1 < pointers.length; row++) {
		const [from, to] = [pointers[row] ?? 0, pointers[row + 1] ?? 0];
		for (let entry = from; entry < to; entry++) {
			const at = columns[entry] ?? 0;
			const value = centre[3 * at + (values[entry] ?? 0) + 1] ?? 0;
			said[entry - from] = value;
			const line = at * size;
			for (let other = from; other <= entry; other++) {
				const place = line + (columns[other] ?? 0);
				table[place] = (table[place] ?? 0) + value * (said[other - from] ?? 0);
			}
		}
	}
	for (let j = 0; j < size; j++) for (let k = 0; k < j; k++) table[k * size + j] = table[j * size + k] ?? 0;
	return table;
}
