/**
 * Votes as a sparse matrix in compressed rows: participants × statements. An entry that is missing was not seen; a
 * pass is an entry of 0. Rows and columns stand in the order of their ids and columns ascend within a row, so the same
 * votes give the same matrix in whatever order they came.
 */
export interface Matrix {
	/** Ids of the rows. */
	participants: readonly string[];
	/** Ids of the columns. */
	statements: readonly string[];
	/** Row r is entries pointers[r] up to, not including, pointers[r + 1]. Length: rows + 1. */
	pointers: Uint32Array;
	/** The column of each entry. */
	columns: Uint16Array;
	/** 1 agree, 0 pass, -1 disagree. */
	values: Int8Array;
	/** 1 where the mathematics take the whole column as 0 (moderated out, or about the conversation itself). */
	zeroed: Uint8Array;
}

export const STATEMENTS_MAX = 65_535;
/** Agree, pass, disagree. */
export const ANSWERS = 3;

export function lengthOf(matrix: Matrix, row: number): number {
	return (matrix.pointers[row + 1] ?? 0) - (matrix.pointers[row] ?? 0);
}

/** These rows, in this order; one may come more than once. */
export function take(matrix: Matrix, rows: Uint32Array): Matrix {
	const pointers = new Uint32Array(rows.length + 1);
	rows.forEach((row, place) => {
		pointers[place + 1] = (pointers[place] ?? 0) + lengthOf(matrix, row);
	});
	const size = pointers[rows.length] ?? 0;
	const [columns, values] = [new Uint16Array(size), new Int8Array(size)];
	let filled = 0;
	for (const row of rows) {
		const to = matrix.pointers[row + 1] ?? 0;
		for (let entry = matrix.pointers[row] ?? 0; entry < to; entry++, filled++) {
			columns[filled] = matrix.columns[entry] ?? 0;
			values[filled] = matrix.values[entry] ?? 0;
		}
	}
	const participants = Array.from(rows, (row) => matrix.participants[row] ?? '');
	return { ...matrix, participants, pointers, columns, values };
}
