import type { Matrix } from '../matrix.ts';

/**
 * These rows and these columns, in this order; every entry must be in one of the columns. Two counting sorts: first by
 * column, then by row, so that columns ascend within a row.
 */
export function permutation(given: Matrix, rows: Uint32Array, columns: Uint32Array): Matrix {
	const rank = new Uint16Array(given.statements.length);
	columns.forEach((column, place) => {
		rank[column] = place;
	});
	const byColumn = sortedByColumn(given, rows, rank, columns.length);
	const pointers = new Uint32Array(rows.length + 1);
	rows.forEach((row, place) => {
		pointers[place + 1] = (pointers[place] ?? 0) + (given.pointers[row + 1] ?? 0) - (given.pointers[row] ?? 0);
	});
	const next = Uint32Array.from(pointers);
	const size = pointers[rows.length] ?? 0;
	const out = { columns: new Uint16Array(size), values: new Int8Array(size) };
	for (let column = 0; column < columns.length; column++) {
		for (let entry = byColumn.begins[column] ?? 0, to = byColumn.begins[column + 1] ?? 0; entry < to; entry++) {
			const row = byColumn.rows[entry] ?? 0;
			const place = next[row] ?? 0;
			next[row] = place + 1;
			out.columns[place] = column;
			out.values[place] = byColumn.values[entry] ?? 0;
		}
	}
	return {
		...{ pointers, ...out },
		participants: Array.from(rows, (row) => given.participants[row] ?? ''),
		statements: Array.from(columns, (column) => given.statements[column] ?? ''),
		zeroed: Uint8Array.from(columns, (column) => given.zeroed[column] ?? 0)
	};
}

/** Where each column begins, and of each entry the new row and the vote. */
interface ByColumn {
	begins: Uint32Array;
	rows: Uint32Array;
	values: Int8Array;
}

function sortedByColumn(given: Matrix, rows: Uint32Array, rank: Uint16Array, size: number): ByColumn {
	const begins = new Uint32Array(size + 1);
	for (const column of given.columns) begins[(rank[column] ?? 0) + 1] = (begins[(rank[column] ?? 0) + 1] ?? 0) + 1;
	for (let at = 1; at <= size; at++) begins[at] = (begins[at] ?? 0) + (begins[at - 1] ?? 0);
	const next = Uint32Array.from(begins);
	const out = { begins, rows: new Uint32Array(given.columns.length), values: new Int8Array(given.columns.length) };
	for (let row = 0; row < rows.length; row++) {
		const from = rows[row] ?? 0;
		for (let entry = given.pointers[from] ?? 0, to = given.pointers[from + 1] ?? 0; entry < to; entry++) {
			const column = rank[given.columns[entry] ?? 0] ?? 0;
			const place = next[column] ?? 0;
			next[column] = place + 1;
			out.rows[place] = row;
			out.values[place] = given.values[entry] ?? 0;
		}
	}
	return out;
}
