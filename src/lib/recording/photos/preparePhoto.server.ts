import sharp from 'sharp';
import { pictureKind } from '../../pictureKind.ts';
import { pixelsOf } from '../../server/pixels.server.ts';
import { BadPhoto, FILE_MAX, PIXELS_MAX } from './photo.ts';

/** The longer side in pixels, and how well it is kept: writing on a flip chart can be read in the large one. */
const LARGE = { side: 1_400, quality: 62 };
const SMALL = { side: 360, quality: 50 };

interface Made {
	/** JPEG, in base64. */
	picture: string;
	width: number;
	height: number;
}

export interface PreparedPhoto {
	large: Made;
	small: Made;
}

/**
 * A photo as it is kept: upright, small, without anything a camera writes beside the picture (place, moment, device).
 * Throws BadPhoto, whatever the name of the file says.
 */
export async function preparePhoto(bytes: Uint8Array): Promise<PreparedPhoto> {
	if (bytes.length > FILE_MAX) throw new BadPhoto('tooLarge');
	const kind = pictureKind(bytes);
	if (kind !== 'jpeg' && kind !== 'png') throw new BadPhoto('notPicture');
	const pixels = await pixelsOf(bytes).catch(() => {
		throw new BadPhoto('unreadable');
	});
	if (pixels > PIXELS_MAX) throw new BadPhoto('tooManyPixels');
	try {
		return { large: await made(bytes, LARGE), small: await made(bytes, SMALL) };
	} catch {
		throw new BadPhoto('unreadable');
	}
}

/** `sharp` takes over no metadata unless it is asked to. */
async function made(bytes: Uint8Array, { side, quality }: typeof LARGE): Promise<Made> {
	const { data, info } = await sharp(bytes, { limitInputPixels: PIXELS_MAX, failOn: 'truncated' })
		.rotate()
		.flatten({ background: '#fff' })
		.resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
		.jpeg({ quality, mozjpeg: true })
		.toBuffer({ resolveWithObject: true });
	return { picture: data.toString('base64'), width: info.width, height: info.height };
}
