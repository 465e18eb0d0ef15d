export type PictureKind = 'jpeg' | 'png' | 'pdf';

/** By the first bytes: names lie. */
export function pictureKind(bytes: Uint8Array): PictureKind | null {
	const begins = (...signs: number[]) => signs.every((sign, at) => bytes[at] === sign);
	if (begins(0xff, 0xd8, 0xff)) return 'jpeg';
	if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
	return begins(0x25, 0x50, 0x44, 0x46) ? 'pdf' : null;
}
