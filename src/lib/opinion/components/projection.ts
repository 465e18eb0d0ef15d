import type { Model } from './principalComponents.ts';
import { ANSWERS, lengthOf, type Matrix } from '../matrix.ts';
import { votedOn, type PreparedMatrix } from './preparedMatrix.ts';

/** From this number of votes on (or as many as there are statements) a person has a place among groups. */
const VOTES_MIN = 7;

/** Where these rows stand, in their order: x of the first at 0, its y at 1, and so on. */
export function placed(
	{ matrix: { pointers }, answers, reach }: PreparedMatrix,
	model: Model,
	rows: Uint32Array
): Float64Array {
	const worth = worthOf(model);
	const out = new Float64Array(2 * rows.length);
	for (let place = 0; place < rows.length; place++) {
		const row = rows[place] ?? 0;
		const to = pointers[row + 1] ?? 0;
		let x = 0;
		let y = 0;
		for (let entry = pointers[row] ?? 0; entry < to; entry++) {
			const at = 2 * (answers[entry] ?? 0);
			x += worth[at] ?? 0;
			y += worth[at + 1] ?? 0;
		}
		out[2 * place] = (reach[row] ?? 0) * x;
		out[2 * place + 1] = (reach[row] ?? 0) * y;
	}
	return out;
}

/** How far each answer moves along both axes. */
function worthOf({ centre, axes: [first, second] }: Model): Float64Array {
	const worth = new Float64Array(2 * centre.length);
	for (let answer = 0; answer < centre.length; answer++) {
		const column = Math.floor(answer / ANSWERS);
		worth[2 * answer] = (centre[answer] ?? 0) * (first[column] ?? 0);
		worth[2 * answer + 1] = (centre[answer] ?? 0) * (second[column] ?? 0);
	}
	return worth;
}

export function everyRow({ participants }: Matrix): Uint32Array {
	return Uint32Array.from(participants, (_, row) => row);
}

/** On so many statements somebody must have voted to be grouped. */
export function votesLeast(matrix: Matrix): number {
	return Math.max(1, Math.min(VOTES_MIN, votedOn(matrix).all));
}

/** The rows that are grouped. */
export function included(matrix: Matrix): Uint32Array {
	const least = votesLeast(matrix);
	return everyRow(matrix).filter((row) => lengthOf(matrix, row) >= least);
}

/** The places of some rows, in their order. */
export function placesOf(all: Float64Array, rows: Uint32Array): Float64Array {
	const out = new Float64Array(2 * rows.length);
	for (let place = 0; place < rows.length; place++) {
		const row = rows[place] ?? 0;
		out[2 * place] = all[2 * row] ?? 0;
		out[2 * place + 1] = all[2 * row + 1] ?? 0;
	}
	return out;
}
