import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import type { Gray } from './gray.ts';
import { pixelsOf } from '../../server/pixels.server.ts';
import type { PictureKind } from '../../pictureKind.ts';
import { PDF_PAGES_MAX, PIXELS_MAX, type Problem } from './scan.ts';

/** The longer side of what is read: more shows nothing more. */
const SIDE_MAX = 2_000;
const QUALITY = 55;

// One picture after the other, and nothing kept of it: the thread shares its memory with the server.
sharp.cache(false);
sharp.concurrency(1);

export class BadPicture extends Error {
	readonly problem: Problem;

	constructor(problem: Problem) {
		super(problem);
		this.problem = problem;
	}
}

/** JPEG or PNG. Throws BadPicture: tooManyPixels, unreadable. */
async function decoded(bytes: Uint8Array): Promise<Gray> {
	const pixels = await pixelsOf(bytes).catch(() => {
		throw new BadPicture('unreadable');
	});
	if (pixels > PIXELS_MAX) throw new BadPicture('tooManyPixels');
	try {
		const { data, info } = await sharp(bytes, { limitInputPixels: PIXELS_MAX, failOn: 'truncated' })
			.rotate()
			.flatten({ background: '#fff' })
			.resize({ width: SIDE_MAX, height: SIDE_MAX, fit: 'inside', withoutEnlargement: true })
			.greyscale()
			.raw()
			.toBuffer({ resolveWithObject: true });
		return { width: info.width, height: info.height, pixels: data };
	} catch {
		throw new BadPicture('unreadable');
	}
}

/** Page after page. Throws BadPicture: unreadable, tooManyPages. */
async function* pagesOfPdf(bytes: Uint8Array): AsyncGenerator<Gray> {
	// Its memory only grows: every file gets a new one.
	const library = await PDFiumLibrary.init();
	try {
		const document = await library.loadDocument(bytes).catch(() => {
			throw new BadPicture('unreadable');
		});
		const count = document.getPageCount();
		if (count > PDF_PAGES_MAX) throw new BadPicture('tooManyPages');
		for (let at = 0; at < count; at++) {
			const page = document.getPage(at);
			const { originalWidth, originalHeight } = page.getOriginalSize();
			const scale = SIDE_MAX / Math.max(originalWidth, originalHeight, 1);
			const { data, width, height } = await page.render({ scale, colorSpace: 'Gray', render: 'bitmap' });
			yield { width, height, pixels: new Uint8Array(data) };
		}
		document.destroy();
	} finally {
		library.destroy();
	}
}

/** Every page of a file in shades of grey. Throws BadPicture. */
export async function* grayPages(kind: PictureKind, bytes: Uint8Array): AsyncGenerator<Gray> {
	if (kind === 'pdf') yield* pagesOfPdf(bytes);
	else yield await decoded(bytes);
}

/** As a small JPEG, in base64. */
export async function asJpeg({ width, height, pixels }: Gray): Promise<string> {
	const jpeg = await sharp(pixels, { raw: { width, height, channels: 1 } })
		.jpeg({ quality: QUALITY })
		.toBuffer();
	return jpeg.toString('base64');
}
