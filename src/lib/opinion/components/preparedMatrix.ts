import { ANSWERS, type Matrix } from '../matrix.ts';

/** A matrix made ready to be gone through again and again. */
export interface PreparedMatrix {
	matrix: Matrix;
	/** What each entry says, in one number: 3 × column + value + 1. */
	answers: Uint32Array;
	/**
	 * How far each row's answers reach: who has voted little would stand near the middle only for that reason; the factor
	 * sqrt(statements / votes) moves her out again. As Polis does it (columns taken as 0 count as voted there): Small et
	 * al., Recerca 26(2), 2021.
	 */
	reach: Float64Array;
}

export function preparedMatrix(matrix: Matrix): PreparedMatrix {
	const { columns, values } = matrix;
	const answers = new Uint32Array(columns.length);
	for (let entry = 0; entry < columns.length; entry++) {
		answers[entry] = ANSWERS * (columns[entry] ?? 0) + (values[entry] ?? 0) + 1;
	}
	return { matrix, answers, reach: reaches(matrix) };
}

function reaches(matrix: Matrix): Float64Array {
	const { pointers, columns, zeroed } = matrix;
	const { all, nothing } = votedOn(matrix);
	return Float64Array.from({ length: matrix.participants.length }, (_, row) => {
		const to = pointers[row + 1] ?? 0;
		let live = 0;
		for (let entry = pointers[row] ?? 0; entry < to; entry++) live += 1 - (zeroed[columns[entry] ?? 0] ?? 0);
		return Math.sqrt(all / Math.max(1, live + nothing));
	});
}

/** How many statements anybody has voted on, and how many of these the mathematics take as 0. */
export function votedOn({ columns, zeroed }: Matrix): { all: number; nothing: number } {
	const seen = new Uint8Array(zeroed.length);
	for (let entry = 0; entry < columns.length; entry++) seen[columns[entry] ?? 0] = 1;
	let [all, nothing] = [0, 0];
	seen.forEach((one, column) => {
		all += one;
		nothing += one * (zeroed[column] ?? 0);
	});
	return { all, nothing };
}

/**
 * How much each answer says, by its number: the vote minus the column's mean over those who saw it. Whoever did not see
 * it is taken to be at the mean, which is 0 here: that is why the matrix may stay sparse. `times`: how often each row
 * counts; without it, once.
 */
export function centred({ matrix, answers }: PreparedMatrix, times?: Uint16Array): Float64Array {
	const { pointers, statements, zeroed } = matrix;
	const given = new Uint32Array(ANSWERS * statements.length);
	for (let row = 0; row + 1 < pointers.length; row++) {
		const often = times ? (times[row] ?? 0) : 1;
		const to = often === 0 ? 0 : (pointers[row + 1] ?? 0);
		for (let entry = pointers[row] ?? 0; entry < to; entry++) {
			const answer = answers[entry] ?? 0;
			given[answer] = (given[answer] ?? 0) + often;
		}
	}
	const centre = new Float64Array(given.length);
	for (let at = 0; at < given.length; at += ANSWERS) {
		if (zeroed[at / ANSWERS] === 1) continue;
		const [disagree, pass, agree] = [given[at] ?? 0, given[at + 1] ?? 0, given[at + 2] ?? 0];
		const mean = (agree - disagree) / Math.max(1, disagree + pass + agree);
		centre.set([-1 - mean, -mean, 1 - mean], at);
	}
	return centre;
}
