import { BOX, type Box, type Row } from '../ballotPapers/layout.ts';
import { CHOICES, type Choice } from '../vote.ts';
import { shadeAt, type Gray } from './gray.ts';
import { seen, type View } from './perspective.ts';

/** Millimetres between two points at which the brightness is sampled. */
const STEP = 0.2;
const MARGIN = 2.2;
const SIDE = Math.round((BOX.side + 2 * MARGIN) / STEP);
/** Paper bends: so far a box may lie beside its place. */
const SHIFT = 1.4;
const LINE = 0.5;
/** What is inside begins so far from the outer edge: beside the line, and what a lens makes of it. */
const INSET = 1.05;

/** Darkness from 0 (paper) to 1 (as dark as the marks), in steps around a box. */
type Patch = Float32Array;

function patchAt(image: Gray, view: View, { x, y }: Box): Patch {
	const patch = new Float32Array(SIDE * SIDE);
	for (let row = 0; row < SIDE; row++)
		for (let column = 0; column < SIDE; column++) {
			const point = seen(view, { x: x - MARGIN + (column + 0.5) * STEP, y: y - MARGIN + (row + 0.5) * STEP });
			patch[row * SIDE + column] = 1 - shadeAt(image, point.x, point.y) / 255;
		}
	return patch;
}

const at = (patch: Patch, column: number, row: number) => patch[row * SIDE + column] ?? 0;

/** How dark the four lines are on average, the lightest of them counted for all: two of a cross are no box. */
function outline(patch: Patch, dx: number, dy: number): number {
	const [from, count] = [MARGIN / STEP, Math.round(BOX.side / STEP)];
	const middle = LINE / STEP / 2;
	let [left, right, top, bottom] = [0, 0, 0, 0];
	for (let along = 0; along < count; along++) {
		const place = Math.floor(from + along);
		const [near, far] = [Math.floor(from + middle), Math.floor(from + count - middle)];
		left += at(patch, near + dx, place + dy);
		right += at(patch, far + dx, place + dy);
		top += at(patch, place + dx, near + dy);
		bottom += at(patch, place + dx, far + dy);
	}
	return Math.min(left, right, top, bottom) / count + (left + right + top + bottom) / count / 8;
}

function registered(patch: Patch): { dx: number; dy: number; strength: number } {
	const most = Math.round(SHIFT / STEP);
	let best = { dx: 0, dy: 0, strength: -1 };
	for (let dy = -most; dy <= most; dy++)
		for (let dx = -most; dx <= most; dx++) {
			// Of two places that fit alike the nearer one.
			const strength = outline(patch, dx, dy) - 0.002 * Math.hypot(dx, dy);
			if (strength > best.strength) best = { dx, dy, strength };
		}
	return best;
}

interface BoxInk {
	/** Share of the inside that is ink. */
	inside: number;
	/** Share of a narrow frame around the box that is ink. */
	around: number;
	/** Its lines were found where they should be. */
	found: boolean;
}

/** Darker than the paper around it by this share of the range is ink; a coffee stain darkens the paper less. */
const INK = 0.3;
const FOUND = 0.3;

function inkOf(image: Gray, view: View, box: Box): BoxInk {
	const patch = patchAt(image, view, box);
	const { dx, dy, strength } = registered(patch);
	const inner: number[] = [];
	const outer: number[] = [];
	const [near, far] = [(MARGIN + INSET) / STEP, (MARGIN + BOX.side - INSET) / STEP];
	const [edge, end] = [(MARGIN - 0.6) / STEP, (MARGIN + BOX.side + 0.6) / STEP];
	for (let row = 0; row < SIDE; row++)
		for (let column = 0; column < SIDE; column++) {
			const [x, y] = [column - dx + 0.5, row - dy + 0.5];
			const darkness = at(patch, column, row);
			if (x >= near && x <= far && y >= near && y <= far) inner.push(darkness);
			else if (x < edge || x > end || y < edge || y > end) outer.push(darkness);
		}
	const paper =
		[...inner, ...outer].sort((one, other) => one - other)[Math.floor((inner.length + outer.length) / 5)] ?? 0;
	const share = (shades: readonly number[]) =>
		shades.filter((one) => one - paper > INK).length / Math.max(1, shades.length);
	return { inside: share(inner), around: share(outer), found: strength > FOUND };
}

/** Shares of ink inside a box. Between these somebody has to look. */
const EMPTY = 0.02;
const CROSSED = { least: 0.07, most: 0.5 } as const;
/** Blackened: it does not count, as the paper says. */
const FILLED = 0.78;
const AROUND = 0.02;

type BoxState = 'empty' | 'crossed' | 'filled' | 'unsure';

function stateOf({ inside, found }: BoxInk): BoxState {
	if (inside >= FILLED) return 'filled';
	if (!found) return 'unsure';
	if (inside <= EMPTY) return 'empty';
	return inside >= CROSSED.least && inside <= CROSSED.most ? 'crossed' : 'unsure';
}

/** What a row of boxes says. `sure` false: a person looks. */
export interface Mark {
	point: number;
	/** null: no cross. */
	choice: Choice | null;
	sure: boolean;
}

export function readRow(image: Gray, view: View, { point, boxes }: Row): Mark {
	const inks = boxes.map((box) => inkOf(image, view, box));
	const states = inks.map(stateOf);
	const crossed = states.indexOf('crossed');
	const choice = CHOICES[crossed] ?? null;
	if (states.includes('unsure') || states.lastIndexOf('crossed') !== crossed)
		return { point, choice: null, sure: false };
	if (choice !== null) return { point, choice, sure: true };
	// A blackened box and no cross, or something beside a box: it could mean either.
	const sure = !states.includes('filled') && inks.every(({ around }) => around <= AROUND);
	return { point, choice: null, sure };
}

/** null: somebody has to look. */
export function readConsent(image: Gray, view: View, box: Box): boolean | null {
	const ink = inkOf(image, view, box);
	const state = stateOf(ink);
	if (state === 'crossed') return true;
	return state === 'empty' && ink.around <= AROUND ? false : null;
}
