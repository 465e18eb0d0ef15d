import type { Model } from './components.ts';
import { lengthOf, type Matrix } from './matrix.ts';

/** From this number of votes on (or as many as there are statements) a person has a place among groups. */
const VOTES_LEAST = 7;

/**
 * Where everybody stands: x of row r at 2 × r, y at 2 × r + 1. Who has voted little would stand near the middle only
 * for that reason; the factor sqrt(statements / votes) moves her out again. As Polis does it (columns taken as 0
 * count as voted there): Small et al., Recerca 26(2), 2021.
 */
export function positions(matrix: Matrix, { centre, axes: [first, second] }: Model): Float64Array {
	const { pointers, columns, values, zeroed } = matrix;
	const { all, nothing } = votedOn(matrix);
	const out = new Float64Array(2 * matrix.participants.length);
	for (let row = 0; row < matrix.participants.length; row++) {
		let x = 0;
		let y = 0;
		let live = 0;
		for (let entry = pointers[row] ?? 0; entry < (pointers[row + 1] ?? 0); entry++) {
			const at = columns[entry] ?? 0;
			const value = centre[3 * at + (values[entry] ?? 0) + 1] ?? 0;
			x += value * (first[at] ?? 0);
			y += value * (second[at] ?? 0);
			live += 1 - (zeroed[at] ?? 0);
		}
		const scale = Math.sqrt(all / Math.max(1, live + nothing));
		out[2 * row] = scale * x;
		out[2 * row + 1] = scale * y;
	}
	return out;
}

/** How many statements anybody has voted on, and how many of these the mathematics take as 0. */
function votedOn({ columns, zeroed }: Matrix): { all: number; nothing: number } {
	const seen = new Uint8Array(zeroed.length);
	for (const column of columns) seen[column] = 1;
	let [all, nothing] = [0, 0];
	seen.forEach((one, column) => {
		all += one;
		nothing += one * (zeroed[column] ?? 0);
	});
	return { all, nothing };
}

/** The rows that are grouped. */
export function included(matrix: Matrix): Uint32Array {
	const least = Math.min(VOTES_LEAST, votedOn(matrix).all);
	const rows = matrix.participants.map((_, row) => row);
	return Uint32Array.from(rows.filter((row) => lengthOf(matrix, row) >= Math.max(1, least)));
}

/** The places of some rows, in their order. */
export function placesOf(all: Float64Array, rows: Uint32Array): Float64Array {
	const out = new Float64Array(2 * rows.length);
	rows.forEach((row, place) => {
		out[2 * place] = all[2 * row] ?? 0;
		out[2 * place + 1] = all[2 * row + 1] ?? 0;
	});
	return out;
}
