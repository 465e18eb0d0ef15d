import { z } from 'zod';
import { PNG_BYTES, shownPng } from './png.ts';
import type { Look } from '../profile.ts';
import { drawingOf, SVG_BYTES } from './svg.ts';

/** The pictures of a look, and what each may be. */
export const PICTURES = ['logo', 'favicon', 'shareImage'] as const;
export const PictureName = z.enum(PICTURES, 'choose');
export type PictureName = z.output<typeof PictureName>;

/** More than any picture here may have: what is larger is refused before it is looked at. */
export const PICTURE_BYTES = 5 * Math.max(SVG_BYTES, PNG_BYTES);

/** A file as the profile holds it: a drawing as text, a picture of points in base64. */
export function pictureFrom(picture: PictureName, bytes: Uint8Array): Look[PictureName] {
	if (picture === 'shareImage') return shownPng(bytes).toString('base64');
	return drawingOf(new TextDecoder().decode(bytes).normalize('NFC'));
}

/** As the source of an `img`, without a file behind it. An image never runs what is in a drawing. */
export const sourceOf = (picture: PictureName, held: string): string =>
	picture === 'shareImage'
		? `data:image/png;base64,${held}`
		: `data:image/svg+xml;base64,${Buffer.from(held).toString('base64')}`;
