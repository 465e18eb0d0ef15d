import { BLOCK } from './vectorBlocks.ts';
import type { Multiply } from './leadingEigenvectors.ts';
import { ANSWERS } from '../matrix.ts';
import type { PreparedMatrix } from './preparedMatrix.ts';

/** Its own constant: where modules are not bundled, one from another module is looked up at every use. */
const FOUR = BLOCK;
/** Another one. */
const THREE = ANSWERS;

/**
 * Goes through the votes at each multiplication: what each participant's answers add up to, then back onto the answers.
 * There are only three answers to a statement, so what each is worth is multiplied before and after, not at each vote.
 */
export function byRows(
	{ matrix: { pointers }, answers }: PreparedMatrix,
	centre: Float64Array,
	times?: Uint16Array
): Multiply {
	const worth = new Float64Array(FOUR * centre.length);
	const back = new Float64Array(FOUR * centre.length);
	return (block, out) => {
		worthOf(centre, block, worth);
		back.fill(0);
		for (let row = 0; row + 1 < pointers.length; row++) {
			const often = times ? (times[row] ?? 0) : 1;
			if (often > 0) pass(answers, pointers[row] ?? 0, pointers[row + 1] ?? 0, often, worth, back);
		}
		gather(centre, back, out);
	};
}

/** One participant. */
function pass(
	answers: Uint32Array,
	from: number,
	to: number,
	often: number,
	worth: Float64Array,
	back: Float64Array
): void {
	let [a, b, c, d] = [0, 0, 0, 0];
	for (let entry = from; entry < to; entry++) {
		const at = FOUR * (answers[entry] ?? 0);
		a += worth[at] ?? 0;
		b += worth[at + 1] ?? 0;
		c += worth[at + 2] ?? 0;
		d += worth[at + 3] ?? 0;
	}
	[a, b, c, d] = [often * a, often * b, often * c, often * d];
	for (let entry = from; entry < to; entry++) {
		const at = FOUR * (answers[entry] ?? 0);
		back[at] = (back[at] ?? 0) + a;
		back[at + 1] = (back[at + 1] ?? 0) + b;
		back[at + 2] = (back[at + 2] ?? 0) + c;
		back[at + 3] = (back[at + 3] ?? 0) + d;
	}
}

/** What each answer to each statement adds. */
function worthOf(centre: Float64Array, block: Float64Array, worth: Float64Array): void {
	for (let answer = 0; answer < centre.length; answer++) {
		const value = centre[answer] ?? 0;
		const column = Math.floor(answer / THREE);
		for (let c = 0; c < FOUR; c++) worth[FOUR * answer + c] = value * (block[FOUR * column + c] ?? 0);
	}
}

/** From the answers onto their statements. */
function gather(centre: Float64Array, back: Float64Array, out: Float64Array): void {
	for (let answer = 0; answer < centre.length; answer++) {
		const value = centre[answer] ?? 0;
		const at = FOUR * Math.floor(answer / THREE);
		for (let c = 0; c < FOUR; c++) out[at + c] = (out[at + c] ?? 0) + value * (back[FOUR * answer + c] ?? 0);
	}
}
