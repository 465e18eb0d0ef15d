import { mixed } from '../chance.ts';
import { ANSWERS, lengthOf, type Matrix } from '../matrix.ts';
import { permutation } from './permutation.ts';

/** Votes in an order that is made of the votes alone, without rows and columns that hold none. */
export interface Canonical {
	matrix: Matrix;
	/** Which row of the given matrix each row is. */
	rows: Uint32Array;
	/** Which column of the given matrix each column is. */
	columns: Uint32Array;
	/** Made of the votes: chance begins here. */
	seed: number;
}

/** Two numbers of 32 bits for each row or column: what can be told apart by its votes has other colours. */
interface Colours {
	one: Uint32Array;
	other: Uint32Array;
}

/** Votes gone through at most to tell equal-looking statements apart: only contrived conversations need as many. */
const LOOKED_AT_MAX = 3e8;

/**
 * Ids say nothing: who sorts by them, or starts chance in their order, gets another result for the same votes under other
 * names. So rows and columns are told apart by their votes alone, by colour refinement (Weisfeiler and Leman 1968): a row
 * is what it answered to which columns, a column is which rows answered what, round after round until nothing new shows.
 * Columns that stay equal are the same for everything that is computed: one of them is put first, and so on.
 */
export function canonicalOrder(given: Matrix): Canonical {
	const rows: Colours = coloured(given.participants.length, () => 1);
	const columns: Colours = coloured(given.statements.length, (column) => 2 + (given.zeroed[column] ?? 0));
	const voted = votedColumns(given);
	let looked = refine(given, rows, columns, voted);
	for (let twin = firstTwin(columns, voted); twin !== null; twin = firstTwin(columns, voted)) {
		if (looked > LOOKED_AT_MAX) break;
		columns.one[twin] = mixed(columns.one[twin] ?? 0, 3);
		looked += refine(given, rows, columns, voted);
	}
	const answered = indexes(given.participants.length).filter((row) => lengthOf(given, row) > 0);
	const rowOrder = byColour(answered, rows);
	const columnOrder = byColour(voted, columns);
	const seed = [...columnOrder].reduce((sum, column) => mixed(sum, columns.other[column] ?? 0), rowOrder.length);
	return { matrix: permutation(given, rowOrder, columnOrder), rows: rowOrder, columns: columnOrder, seed };
}

const indexes = (count: number) => Uint32Array.from({ length: count }, (_, index) => index);

function coloured(count: number, colour: (index: number) => number): Colours {
	const one = Uint32Array.from({ length: count }, (_, index) => colour(index));
	return { one, other: Uint32Array.from(one) };
}

function votedColumns({ columns, statements }: Matrix): Uint32Array {
	const seen = new Uint8Array(statements.length);
	for (let entry = 0; entry < columns.length; entry++) seen[columns[entry] ?? 0] = 1;
	return indexes(statements.length).filter((column) => seen[column] === 1);
}

/** Until no more columns can be told apart than before. Returns how many votes were looked at. */
function refine(matrix: Matrix, rows: Colours, columns: Colours, voted: Uint32Array): number {
	let [looked, former] = [1, 0];
	for (let now = kinds(columns, voted); now > former;) {
		colourRows(matrix, rows, columns);
		colourColumns(matrix, rows, columns);
		looked += 2 * matrix.columns.length;
		[former, now] = [now, kinds(columns, voted)];
	}
	return looked;
}

const keyOf = ({ one, other }: Colours, at: number) => (one[at] ?? 0) * 2 ** 21 + ((other[at] ?? 0) >>> 11);

function kinds(columns: Colours, voted: Uint32Array): number {
	return new Set(Array.from(voted, (column) => keyOf(columns, column))).size;
}

/** One of the columns that look like another one, always of the same kind; null: all are different. */
function firstTwin(columns: Colours, voted: Uint32Array): number | null {
	const order = byColour(voted, columns);
	const place = order.findIndex(
		(column, at) => at > 0 && keyOf(columns, column) === keyOf(columns, order[at - 1] ?? 0)
	);
	return place < 0 ? null : (order[place] ?? null);
}

function byColour(all: Uint32Array, { one, other }: Colours): Uint32Array {
	return all.toSorted((a, b) => (one[a] ?? 0) - (one[b] ?? 0) || (other[a] ?? 0) - (other[b] ?? 0));
}

/** A row is what it was, and the sum of what its answers are: a sum does not know any order. */
function colourRows({ pointers, columns, values }: Matrix, rows: Colours, { one, other }: Colours): void {
	const first = Uint32Array.from({ length: ANSWERS * one.length }, (_, at) => answerColour(one, other, at, 5));
	const second = Uint32Array.from({ length: ANSWERS * one.length }, (_, at) => answerColour(other, one, at, 7));
	for (let row = 0; row + 1 < pointers.length; row++) {
		let [a, b] = [0, 0];
		for (let entry = pointers[row] ?? 0, to = pointers[row + 1] ?? 0; entry < to; entry++) {
			const answer = ANSWERS * (columns[entry] ?? 0) + (values[entry] ?? 0) + 1;
			a = (a + (first[answer] ?? 0)) | 0;
			b = (b + (second[answer] ?? 0)) | 0;
		}
		rows.one[row] = mixed(rows.one[row] ?? 0, a);
		rows.other[row] = mixed(rows.other[row] ?? 0, b);
	}
}

function answerColour(one: Uint32Array, other: Uint32Array, at: number, salt: number): number {
	const column = Math.floor(at / ANSWERS);
	return mixed(mixed(one[column] ?? 0, other[column] ?? 0), salt * ANSWERS + (at % ANSWERS));
}

function colourColumns({ pointers, columns, values }: Matrix, rows: Colours, { one, other }: Colours): void {
	const [first, second] = [new Uint32Array(ANSWERS * one.length), new Uint32Array(ANSWERS * one.length)];
	for (let row = 0; row + 1 < pointers.length; row++) {
		const [a, b] = [rows.one[row] ?? 0, rows.other[row] ?? 0];
		for (let entry = pointers[row] ?? 0, to = pointers[row + 1] ?? 0; entry < to; entry++) {
			const answer = ANSWERS * (columns[entry] ?? 0) + (values[entry] ?? 0) + 1;
			first[answer] = (first[answer] ?? 0) + a;
			second[answer] = (second[answer] ?? 0) + b;
		}
	}
	for (let at = 0; at < first.length; at++) {
		const column = Math.floor(at / ANSWERS);
		one[column] = mixed(one[column] ?? 0, first[at] ?? 0);
		other[column] = mixed(other[column] ?? 0, second[at] ?? 0);
	}
}
