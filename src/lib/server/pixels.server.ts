import sharp from 'sharp';

/** How many points a picture has. Only its head is read: it says how much there would be. Rejects what is no picture. */
export async function pixelsOf(bytes: Uint8Array): Promise<number> {
	const { width = 0, height = 0 } = await sharp(bytes, { limitInputPixels: false }).metadata();
	return width * height;
}
