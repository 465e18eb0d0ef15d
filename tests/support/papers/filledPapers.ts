import sharp from 'sharp';
import { BOX, PAGE, type Box, type LaidPage } from '#lib/votes/ballotPapers/layout.ts';
import { shadeAt, type Gray } from '#lib/votes/scans/gray.ts';
import { seen, viewOf, type Point } from '#lib/votes/scans/perspective.ts';
import { CHOICES, type Choice } from '#lib/votes/vote.ts';

/** Ballot papers as people fill them in and as scanners and phones see them: drawn, seeded, to be read back. */

/** From 0 to 1, the same for the same seed (mulberry32). */
export function dice(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = Math.imul(state ^ (state >>> 15), state | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

const between = (roll: () => number, least: number, most: number) => least + roll() * (most - least);

/** A sheet of paper that can be drawn on in millimetres. */
export class Sheet {
	readonly image: Gray;
	readonly #fine: number;

	constructor(image: Gray) {
		this.image = { ...image, pixels: new Uint8Array(image.pixels) };
		this.#fine = image.width / PAGE.width;
	}

	/** Every pixel within: multiplied by what `shade` says of its distance. */
	#around(from: Point, to: Point, reach: number, shade: (distance: number) => number): void {
		const { width, height, pixels } = this.image;
		const f = this.#fine;
		const [left, right] = [Math.min(from.x, to.x) - reach, Math.max(from.x, to.x) + reach];
		const [top, bottom] = [Math.min(from.y, to.y) - reach, Math.max(from.y, to.y) + reach];
		const length = (to.x - from.x) ** 2 + (to.y - from.y) ** 2;
		for (let row = Math.max(0, Math.floor(top * f)); row < Math.min(height, bottom * f); row++)
			for (let column = Math.max(0, Math.floor(left * f)); column < Math.min(width, right * f); column++) {
				const [x, y] = [column / f, row / f];
				const along = length === 0 ? 0 : ((x - from.x) * (to.x - from.x) + (y - from.y) * (to.y - from.y)) / length;
				const at = Math.min(1, Math.max(0, along));
				const distance = Math.hypot(x - from.x - at * (to.x - from.x), y - from.y - at * (to.y - from.y));
				if (distance < reach) pixels[row * width + column] = (pixels[row * width + column] ?? 255) * shade(distance);
			}
	}

	/** `thick` in millimetres, `ink` from 0 (black) to 1 (nothing). */
	stroke(from: Point, to: Point, thick: number, ink: number): void {
		const half = thick / 2;
		const edge = 0.5 / this.#fine;
		this.#around(from, to, half + edge, (distance) =>
			distance < half - edge ? ink : Math.min(1, ink + (1 - ink) * ((distance - half + edge) / (2 * edge)))
		);
	}

	/** The ring of a cup, and a blot. */
	coffee(centre: Point, radius: number, strength: number): void {
		const rim = 1.6;
		this.#around(centre, centre, radius + rim, (distance) =>
			Math.abs(distance - radius) < rim ? 1 - strength : distance < radius ? 1 - strength / 4 : 1
		);
	}
}

export interface Pen {
	thick: number;
	ink: number;
}

const pen = (roll: () => number): Pen => ({ thick: between(roll, 0.35, 0.75), ink: between(roll, 0.05, 0.4) });

function wobbly(sheet: Sheet, roll: () => number, { thick, ink }: Pen, points: readonly Point[]): void {
	const off = () => between(roll, -0.35, 0.35);
	const bent = points.map(({ x, y }) => ({ x: x + off(), y: y + off() }));
	bent.slice(1).forEach((to, at) => sheet.stroke(bent[at] ?? to, to, thick, ink));
}

export function cross(sheet: Sheet, roll: () => number, one: Pen, { x, y }: Box): void {
	const over = () => between(roll, -1, 1.2);
	const far = BOX.side;
	wobbly(sheet, roll, one, [
		{ x: x - over(), y: y - over() },
		{ x: x + far / 2, y: y + far / 2 },
		{ x: x + far + over(), y: y + far + over() }
	]);
	wobbly(sheet, roll, one, [
		{ x: x + far + over(), y: y - over() },
		{ x: x + far / 2, y: y + far / 2 },
		{ x: x - over(), y: y + far + over() }
	]);
}

function tick(sheet: Sheet, roll: () => number, one: Pen, { x, y }: Box): void {
	wobbly(sheet, roll, one, [
		{ x: x + 0.8, y: y + 3 },
		{ x: x + 2.4, y: y + 5 },
		{ x: x + BOX.side + between(roll, -0.5, 2), y: y - between(roll, -0.5, 1) }
	]);
}

function dash(sheet: Sheet, roll: () => number, one: Pen, { x, y }: Box): void {
	wobbly(sheet, roll, one, [
		{ x: x + between(roll, -0.5, 0.8), y: y + 5 },
		{ x: x + BOX.side - between(roll, -0.5, 0.8), y: y + 1 }
	]);
}

/** Blackened, as the paper asks for what shall not count. */
export function blacken(sheet: Sheet, roll: () => number, one: Pen, { x, y }: Box): void {
	for (let row = 0.2; row < BOX.side; row += one.thick * 0.7)
		wobbly(sheet, roll, { ...one, ink: Math.min(one.ink, 0.25) }, [
			{ x: x + 0.1, y: y + row },
			{ x: x + BOX.side - 0.1, y: y + row + 0.1 }
		]);
}

/** Scribbled over, by somebody who has not read how. */
function scribble(sheet: Sheet, roll: () => number, one: Pen, { x, y }: Box): void {
	const points = Array.from({ length: 9 }, (_, at) => ({ x: x + (at % 2) * BOX.side, y: y + (at * BOX.side) / 8 }));
	wobbly(sheet, roll, one, points);
}

export interface Meant {
	point: number;
	/** null: no cross; undefined: not to be known by looking at it, somebody has to be asked. */
	choice: Choice | null | undefined;
}

/** Fills a page by lot; returns what was meant. */
export function fillIn(sheet: Sheet, roll: () => number, page: LaidPage): { meant: Meant[]; consent: boolean } {
	const hand = pen(roll);
	if (page.consent) cross(sheet, roll, hand, page.consent);
	const meant = page.rows.map(({ point, boxes }): Meant => {
		const how = roll();
		const wanted = Math.floor(roll() * 3);
		const [right, wrong] = [boxes[wanted], boxes[(wanted + 1) % 3]];
		const choice = CHOICES[wanted];
		if (!right || !wrong || !choice || how < 0.15) return { point, choice: null };
		if (how < 0.7) cross(sheet, roll, hand, right);
		else if (how < 0.84) tick(sheet, roll, hand, right);
		else if (how < 0.93) dash(sheet, roll, hand, right);
		else if (how < 0.975) {
			// A correction as the paper explains it.
			cross(sheet, roll, hand, wrong);
			blacken(sheet, roll, hand, wrong);
			cross(sheet, roll, hand, right);
		} else if (how < 0.99) {
			cross(sheet, roll, hand, wrong);
			scribble(sheet, roll, hand, wrong);
			cross(sheet, roll, hand, right);
		} else {
			cross(sheet, roll, hand, right);
			cross(sheet, roll, hand, wrong);
			return { point, choice: undefined };
		}
		return { point, choice };
	});
	if (roll() < 0.3)
		sheet.coffee(
			{ x: between(roll, 20, 190), y: between(roll, 60, 260) },
			between(roll, 15, 40),
			between(roll, 0.1, 0.28)
		);
	return { meant, consent: page.consent !== null };
}

/** The page seen through these four corners, on a table as dark as said. */
function seenFrom(
	{ image }: Sheet,
	size: { width: number; height: number },
	corners: readonly Point[],
	table: number
): Gray {
	const plane = [
		{ x: 0, y: 0 },
		{ x: image.width - 1, y: 0 },
		{ x: image.width - 1, y: image.height - 1 },
		{ x: 0, y: image.height - 1 }
	];
	const back = viewOf(corners, plane);
	const pixels = new Uint8Array(size.width * size.height);
	if (!back) return { ...size, pixels };
	for (let y = 0; y < size.height; y++)
		for (let x = 0; x < size.width; x++) {
			const from = seen(back, { x, y });
			const outside = from.x < 0 || from.y < 0 || from.x > image.width - 1 || from.y > image.height - 1;
			pixels[y * size.width + x] = outside ? table : shadeAt(image, from.x, from.y);
		}
	return { ...size, pixels };
}

/** Through a scanner: turned by up to four degrees. */
export function scanned(sheet: Sheet, roll: () => number, degrees = between(roll, -4, 4)): Gray {
	const { width, height } = sheet.image;
	const angle = (degrees * Math.PI) / 180;
	const [cos, sin, cx, cy] = [Math.cos(angle), Math.sin(angle), width / 2, height / 2];
	const corners = [
		[0, 0],
		[width, 0],
		[width, height],
		[0, height]
	].map(([x = 0, y = 0]) => ({
		x: cx + 0.97 * (cos * (x - cx) - sin * (y - cy)),
		y: cy + 0.97 * (sin * (x - cx) + cos * (y - cy))
	}));
	return seenFrom(sheet, { width, height }, corners, 240);
}

/** From a phone held over a table, not quite straight, with a shadow across. */
export function photographed(sheet: Sheet, roll: () => number): Gray {
	const size = { width: 1_900, height: 2_600 };
	const off = (most: number) => between(roll, 20, most);
	const corners = [
		{ x: off(240), y: off(200) },
		{ x: size.width - off(240), y: off(200) },
		{ x: size.width - off(160), y: size.height - off(200) },
		{ x: off(160), y: size.height - off(200) }
	];
	const image = seenFrom(sheet, size, corners, between(roll, 60, 140));
	const [slope, depth] = [between(roll, -1, 1), between(roll, 0.1, 0.4)];
	for (let y = 0; y < size.height; y++)
		for (let x = 0; x < size.width; x++) {
			const across = (x + slope * y) / (size.width + Math.abs(slope) * size.height);
			const at = y * size.width + x;
			image.pixels[at] = (image.pixels[at] ?? 0) * (0.92 - depth * Math.min(1, Math.max(0, across)));
		}
	return image;
}

/** Noise, the blur of a lens, and what JPEG leaves of it. */
export async function asJpeg(
	{ width, height, pixels }: Gray,
	roll: () => number,
	blur = between(roll, 0.4, 1.1)
): Promise<Buffer> {
	const noisy = new Uint8Array(pixels.length);
	for (let at = 0; at < pixels.length; at++)
		noisy[at] = Math.min(255, Math.max(0, (pixels[at] ?? 0) + (roll() - 0.5) * 14));
	return sharp(noisy, { raw: { width, height, channels: 1 } })
		.blur(blur)
		.jpeg({ quality: Math.round(between(roll, 65, 90)) })
		.toBuffer();
}
