import { BLOCK } from './blocks.ts';
import type { Multiply } from './eigen.ts';
import { lengthOf } from './matrix.ts';
import type { Ready } from './ready.ts';
import { byRows } from './rows.ts';

/** Beyond this a table statements × statements takes too much memory (50 MB). */
const TABLE_MOST = 2_500;
/** What a pair of statements in the table costs, and a vote in both passes over the rows: measured, in nanoseconds. */
const PAIR = 4;
const PASS = 6;

/**
 * How each two statements go together (without being written down where that is dearer), times a block. `turns`: how
 * often it will be multiplied; `times`: how often each row counts.
 */
export function multiplying(votes: Ready, centre: Float64Array, turns: number, times?: Uint16Array): Multiply {
	return tableIsCheaper(votes, turns) ? byTable(votes, centre, times) : byRows(votes, centre, times);
}

function tableIsCheaper({ matrix }: Ready, turns: number): boolean {
	const size = matrix.statements.length;
	let pairs = 0;
	for (let row = 0; row < matrix.participants.length; row++) pairs += lengthOf(matrix, row) ** 2 / 2;
	return size <= TABLE_MOST && PAIR * (pairs + turns * size * size) < PASS * turns * matrix.columns.length;
}

/** Its own constant: where modules are not bundled, one from another module is looked up at every use. */
const FOUR = BLOCK;

/** Goes through the votes once and keeps how each two statements go together. */
function byTable(votes: Ready, centre: Float64Array, times?: Uint16Array): Multiply {
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

function together({ matrix, answers }: Ready, centre: Float64Array, times?: Uint16Array): Float64Array {
	const { pointers, columns, statements } = matrix;
	const size = statements.length;
	const table = new Float64Array(size * size);
	const said = new Float64Array(size);
	for (let row = 0; row + 1 < pointers.length; row++) {
		const often = times ? (times[row] ?? 0) : 1;
		const from = pointers[row] ?? 0;
		const to = often === 0 ? from : (pointers[row + 1] ?? 0);
		for (let entry = from; entry < to; entry++) {
			const value = centre[answers[entry] ?? 0] ?? 0;
			said[entry - from] = value;
			const counted = often * value;
			const line = (columns[entry] ?? 0) * size;
			for (let other = from; other <= entry; other++) {
				const place = line + (columns[other] ?? 0);
				table[place] = (table[place] ?? 0) + counted * (said[other - from] ?? 0);
			}
		}
	}
	for (let j = 0; j < size; j++) for (let k = 0; k < j; k++) table[k * size + j] = table[j * size + k] ?? 0;
	return table;
}
