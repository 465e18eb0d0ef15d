import { BLOCK } from './vectorBlocks.ts';
import type { Multiply } from './leadingEigenvectors.ts';
import { lengthOf } from '../matrix.ts';
import type { PreparedMatrix } from './preparedMatrix.ts';
import { byRows } from './rowProducts.ts';

/** Beyond this a table statements × statements takes too much memory (50 MB). */
const TABLE_MAX = 2_500;
/** What a pair of statements in the table costs, and a vote in both passes over the rows: measured, in nanoseconds. */
const PAIR = 4;
const PASS = 6;

/**
 * How each two statements go together (without being written down where that is dearer), times a block. `turns`: how
 * often it will be multiplied; `times`: how often each row counts.
 */
export function covarianceProduct(
	votes: PreparedMatrix,
	centre: Float64Array,
	turns: number,
	times?: Uint16Array
): Multiply {
	return tableIsCheaper(votes, turns) ? byTable(votes, centre, times) : byRows(votes, centre, times);
}

function tableIsCheaper({ matrix }: PreparedMatrix, turns: number): boolean {
	const size = matrix.statements.length;
	let pairs = 0;
	for (let row = 0; row < matrix.participants.length; row++) pairs += lengthOf(matrix, row) ** 2 / 2;
	return size <= TABLE_MAX && PAIR * (pairs + turns * size * size) < PASS * turns * matrix.columns.length;
}

/** Its own constant: where modules are not bundled, one from another module is looked up at every use. */
const FOUR = BLOCK;

/** Goes through the votes once and keeps how each two statements go together. */
function byTable(votes: PreparedMatrix, centre: Float64Array, times?: Uint16Array): Multiply {
	const size = votes.matrix.statements.length;
	const table = together(votes, centre, times);
	return (block, out) => {
		for (let j = 0; j < size; j++) {
			let [a, b, c, d] = [0, 0, 0, 0];
			for (let k = 0; k < size; k++) {
				const value = table[j * size + k] ?? 0;
				a += value * (block[FOUR * k] ?? 0);
				b += value * (block[FOUR * k + 1] ?? 0);
				c += value * (block[FOUR * k + 2] ?? 0);
				d += value * (block[FOUR * k + 3] ?? 0);
			}
			out.set([a, b, c, d], FOUR * j);
		}
	};
}

/** One participant's answers, as they are gone through. */
interface Row {
	/** The statements answered; her own begin at `first`. */
	columns: Uint16Array;
	first: number;
	/** What each of her answers says, from 0. */
	said: Float64Array;
	/** How often she counts. */
	often: number;
}

function together({ matrix, answers }: PreparedMatrix, centre: Float64Array, times?: Uint16Array): Float64Array {
	const { pointers, columns, statements } = matrix;
	const size = statements.length;
	const table = new Float64Array(size * size);
	const said = new Float64Array(size);
	for (let person = 0; person + 1 < pointers.length; person++) {
		const [first, last] = [pointers[person] ?? 0, pointers[person + 1] ?? 0];
		const row = { columns, first, said, often: times ? (times[person] ?? 0) : 1 };
		if (row.often === 0) continue;
		for (let entry = first; entry < last; entry++) said[entry - first] = centre[answers[entry] ?? 0] ?? 0;
		let entry = first;
		for (; entry + FOUR <= last; entry += FOUR) addFour(table, size, row, entry);
		for (; entry < last; entry++) addOne(table, size, row, entry);
	}
	for (let j = 0; j < size; j++) for (let k = 0; k < j; k++) table[k * size + j] = table[j * size + k] ?? 0;
	return table;
}

/** Adds an answer together with each one before it, and with itself. */
function addOne(table: Float64Array, size: number, { columns, first, said, often }: Row, entry: number): void {
	const line = size * (columns[entry] ?? 0);
	const counted = often * (said[entry - first] ?? 0);
	for (let other = first; other <= entry; other++) {
		const place = line + (columns[other] ?? 0);
		table[place] = (table[place] ?? 0) + counted * (said[other - first] ?? 0);
	}
}

/**
 * Four answers at once, which takes half as long: what is read of an answer before them serves all four. What is written
 * beyond the diagonal is not looked at.
 */
function addFour(table: Float64Array, size: number, { columns, first, said, often }: Row, entry: number): void {
	const at = entry - first;
	const [a, b] = [size * (columns[entry] ?? 0), size * (columns[entry + 1] ?? 0)];
	const [c, d] = [size * (columns[entry + 2] ?? 0), size * (columns[entry + 3] ?? 0)];
	const [p, q] = [often * (said[at] ?? 0), often * (said[at + 1] ?? 0)];
	const [r, s] = [often * (said[at + 2] ?? 0), often * (said[at + 3] ?? 0)];
	for (let other = first; other < entry + FOUR; other++) {
		const column = columns[other] ?? 0;
		const value = said[other - first] ?? 0;
		table[a + column] = (table[a + column] ?? 0) + p * value;
		table[b + column] = (table[b + column] ?? 0) + q * value;
		table[c + column] = (table[c + column] ?? 0) + r * value;
		table[d + column] = (table[d + column] ?? 0) + s * value;
	}
}
