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

/**
 * So many lines of the table are filled at a time: half a megabyte for a thousand statements stays near the processor,
 * the whole table does not, and to fetch a line anew for each vote takes twice as long as to reckon.
 */
const STRIP = 64;

function together(votes: Ready, centre: Float64Array, times?: Uint16Array): Float64Array {
	const size = votes.matrix.statements.length;
	const table = new Float64Array(size * size);
	// How far each row has come: its columns ascend.
	const reached = Uint32Array.from(votes.matrix.pointers);
	for (let end = STRIP; end < size + STRIP; end += STRIP) {
		for (let row = 0; row + 1 < reached.length; row++) {
			const often = times ? (times[row] ?? 0) : 1;
			if (often > 0) reached[row] = fill(table, votes, centre, { row, often, from: reached[row] ?? 0, end });
		}
	}
	for (let j = 0; j < size; j++) for (let k = 0; k < j; k++) table[k * size + j] = table[j * size + k] ?? 0;
	return table;
}

interface Part {
	row: number;
	/** How often the row counts. */
	often: number;
	/** The first entry that is not in the table. */
	from: number;
	/** The first column that is not to be filled in yet. */
	end: number;
}

/** Adds what a row says on some columns, with all before them; answers with the entry after these. */
function fill(table: Float64Array, { matrix, answers }: Ready, centre: Float64Array, { row, often, from, end }: Part) {
	const { pointers, columns, statements } = matrix;
	const [first, last] = [pointers[row] ?? 0, pointers[row + 1] ?? 0];
	let entry = from;
	for (; entry < last && (columns[entry] ?? 0) < end; entry++) {
		const counted = often * (centre[answers[entry] ?? 0] ?? 0);
		const line = (columns[entry] ?? 0) * statements.length;
		for (let other = first; other <= entry; other++) {
			const place = line + (columns[other] ?? 0);
			table[place] = (table[place] ?? 0) + counted * (centre[answers[other] ?? 0] ?? 0);
		}
	}
	return entry;
}
