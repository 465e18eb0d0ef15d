import jsQR from 'jsqr';
import type { LaidPage } from '../ballotPapers/layout.ts';
import { readCode, type PageCode } from '../ballotPapers/code.ts';
import { readConsent, readRow, type Mark } from './boxes.ts';
import { evenOut, type Gray } from './gray.ts';
import { locate } from './locate.ts';
import { seen, type Point, type View } from './perspective.ts';
import { shadeAt } from './gray.ts';

/** Why a picture is not read. */
type PictureProblem = 'noCode' | 'foreign' | 'cutOff' | 'blurred' | 'tooSmall' | 'empty';

export interface FoundCode {
	code: PageCode;
	corners: Point[];
}

const finder = (image: Gray) => {
	const words = new Uint32Array(image.pixels.length);
	for (let at = 0; at < words.length; at++) words[at] = 0xff000000 + (image.pixels[at] ?? 255) * 0x010101;
	const rgba = new Uint8ClampedArray(words.buffer);
	return jsQR(rgba, image.width, image.height, { inversionAttempts: 'dontInvert' });
};

/** Every second pixel, each the mean of four: noise and the grid of a printer go. */
function halved({ width, height, pixels }: Gray): Gray {
	const [w, h] = [Math.floor(width / 2), Math.floor(height / 2)];
	const half = new Uint8Array(w * h);
	for (let y = 0; y < h; y++)
		for (let x = 0; x < w; x++) {
			const at = 2 * y * width + 2 * x;
			half[y * w + x] =
				((pixels[at] ?? 0) + (pixels[at + 1] ?? 0) + (pixels[at + width] ?? 0) + (pixels[at + width + 1] ?? 0)) / 4;
		}
	return { width: w, height: h, pixels: half };
}

/** The code of a page; a problem when there is none, or none of ours. */
export function findCode(image: Gray): FoundCode | { problem: PictureProblem } {
	for (const [scale, one] of [
		[2, halved(image)],
		[1, image]
	] as const) {
		const found = finder(one);
		if (!found) continue;
		const code = readCode(found.data);
		if (!code) return { problem: 'foreign' };
		const { topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner } = found.location;
		const corners = [topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner];
		return { code, corners: corners.map(({ x, y }) => ({ x: x * scale, y: y * scale })) };
	}
	return { problem: whyNone(image) };
}

/** Without a code: nothing on it, nothing sharp, or no ballot paper. */
function whyNone({ width, height, pixels }: Gray): PictureProblem {
	let [dark, edges, strongest] = [0, 0, 0];
	for (let y = 2; y < height - 2; y += 2)
		for (let x = 2; x < width - 2; x += 2) {
			const at = y * width + x;
			if ((pixels[at] ?? 255) < 130) dark++;
			const step = Math.abs((pixels[at + 2] ?? 0) - (pixels[at - 2] ?? 0));
			if (step > 60) edges++;
			strongest = Math.max(strongest, step);
		}
	const looks = (width * height) / 4;
	if (dark < looks * 0.0005 && strongest < 90) return 'empty';
	return edges < dark * 0.12 ? 'blurred' : 'noCode';
}

export interface ReadPage {
	marks: Mark[];
	/** null: nobody can tell; not there on later pages. */
	consent?: boolean | null;
	/** It lay upside down. */
	turned: boolean;
	view: View;
	image: Gray;
}

export const prepared = evenOut;

/** Reads the boxes of a page whose code was found. `image`: evened out. */
export function readPage(
	image: Gray,
	corners: readonly Point[],
	page: LaidPage
): ReadPage | { problem: PictureProblem } {
	const located = locate(image, corners, page);
	if ('problem' in located) return located;
	const { view, turned } = located;
	const marks = page.rows.map((row) => readRow(image, view, row));
	const consent = page.consent && readConsent(image, view, page.consent);
	return { marks, turned, view, image, ...(page.consent && { consent }) };
}

/** A straightened part of the page, so many pixels a millimetre. */
export function cutOut(
	{ image, view }: Pick<ReadPage, 'image' | 'view'>,
	{ x, y, width, height }: { x: number; y: number; width: number; height: number },
	fine: number
): Gray {
	const [w, h] = [Math.round(width * fine), Math.round(height * fine)];
	const pixels = new Uint8Array(w * h);
	for (let row = 0; row < h; row++)
		for (let column = 0; column < w; column++) {
			const point = seen(view, { x: x + (column + 0.5) / fine, y: y + (row + 0.5) / fine });
			pixels[row * w + column] = shadeAt(image, point.x, point.y);
		}
	return { width: w, height: h, pixels };
}
