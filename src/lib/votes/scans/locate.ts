import { CODE, MARK, type LaidPage } from '../ballotPapers/layout.ts';
import { squaresIn, type Blob } from './blobs.ts';
import { shadeAt, type Gray } from './gray.ts';
import { distance, seen, viewOf, type Point, type View } from './perspective.ts';

/** The corners of the QR code on the page, as those of the picture are named: from the upper left, clockwise. */
const CODE_CORNERS: readonly Point[] = [
	{ x: CODE.x, y: CODE.y },
	{ x: CODE.x + CODE.side, y: CODE.y },
	{ x: CODE.x + CODE.side, y: CODE.y + CODE.side },
	{ x: CODE.x, y: CODE.y + CODE.side }
];

/** Patches that look like marks, at most; of more, those whose size fits best. */
const TRIED = 12;
/** With the right marks the code lies where it was printed, up to so many millimetres. */
const CODE_OFF = 2;
/** Below this resolution crosses cannot be told from noise. */
const PIXELS_PER_MM_MIN = 4;
/** Millimetres from white to black at the edge of a mark. */
const BLUR_MAX = 1.1;

export type Located =
	{ view: View; pixelsPerMm: number; turned: boolean } | { problem: 'cutOff' | 'blurred' | 'tooSmall' };

/** Finds the four marks by the code, and by them how the page lies in the picture. */
export function locate(image: Gray, code: readonly Point[], page: LaidPage): Located {
	const side = code.reduce((sum, corner, at) => sum + distance(corner, code[(at + 1) % 4] ?? corner), 0) / 4;
	const scale = side / CODE.side;
	if (scale < PIXELS_PER_MM_MIN) return { problem: 'tooSmall' };
	const area = (MARK.side * scale) ** 2;
	const view = bestView(likeliest(squaresIn(image, area), area), page.marks, code, scale);
	if (!view) return { problem: 'cutOff' };
	if (blurAt(image, view, page.marks) > BLUR_MAX) return { problem: 'blurred' };
	const [upper, lower] = [seen(view, { x: 105, y: 20 }), seen(view, { x: 105, y: 200 })];
	return { view, pixelsPerMm: scale, turned: upper.y - lower.y > Math.abs(upper.x - lower.x) };
}

function likeliest(blobs: readonly Blob[], area: number): Point[] {
	const off = (blob: Blob) => Math.abs(Math.log(blob.area / area));
	return [...blobs]
		.sort((one, other) => off(one) - off(other))
		.slice(0, TRIED)
		.map(({ centre }) => centre);
}

/** All ways to choose four of them. */
function* fours(points: readonly Point[]): Generator<[Point, Point, Point, Point]> {
	for (const [i, a] of points.entries())
		for (const [j, b] of points.slice(i + 1).entries())
			for (const [k, c] of points.slice(i + j + 2).entries())
				for (const d of points.slice(i + j + k + 3)) yield [a, b, c, d];
}

/** Clockwise, as the marks of a page are named. */
function around(points: readonly Point[]): Point[] {
	const [x, y] = [0, 0].map(
		(_, axis) => points.reduce((sum, one) => sum + (axis === 0 ? one.x : one.y), 0) / points.length
	);
	const angle = (one: Point) => Math.atan2(one.y - (y ?? 0), one.x - (x ?? 0));
	return [...points].sort((one, other) => angle(one) - angle(other));
}

/** Of all ways to choose four marks, each turned four ways, the one in which the code lies best. */
function bestView(
	candidates: readonly Point[],
	marks: readonly Point[],
	code: readonly Point[],
	scale: number
): View | null {
	let best: { view: View; off: number } | null = null;
	for (const four of fours(candidates)) {
		const ring = around(four);
		for (let turn = 0; turn < 4; turn++) {
			const view = viewOf(marks, [...ring.slice(turn), ...ring.slice(0, turn)]);
			if (!view) continue;
			const off = Math.max(...CODE_CORNERS.map((corner, at) => distance(seen(view, corner), code[at] ?? corner)));
			if (!best || off < best.off) best = { view, off };
		}
	}
	return best && best.off < CODE_OFF * scale ? best.view : null;
}

/** How far it is from white to black at the edges of the marks; the second best of eight edges: one may be dirty. */
function blurAt(image: Gray, view: View, marks: readonly Point[]): number {
	const widths = marks.flatMap(({ x, y }) =>
		[-1, 1].map((way) => {
			const shades = Array.from({ length: 61 }, (_, at) => {
				const point = seen(view, { x, y: y + way * (MARK.side / 2 + (at - 30) * 0.1) });
				return shadeAt(image, point.x, point.y);
			});
			const [dark, light] = [shades[0] ?? 0, Math.max(...shades.slice(31))];
			const inside = shades.filter(
				(shade) => shade > dark + (light - dark) * 0.15 && shade < dark + (light - dark) * 0.85
			);
			return light - dark < 60 ? 9 : inside.length * 0.1;
		})
	);
	return widths.sort((one, other) => one - other)[Math.floor(widths.length / 2)] ?? 9;
}
