import sharp from 'sharp';

/** A sheet of paper with lines on it, as a telephone takes it: large, and with the place where it was taken. */
export function sheetPhoto(): Promise<Buffer> {
	const line = (row: number) =>
		`<rect x="220" y="${260 + row * 190}" width="${900 - (row % 3) * 160}" height="46" rx="20"/>`;
	const lines = Array.from({ length: 8 }, (_, row) => line(row)).join('');
	const paper = '<rect x="90" y="80" width="1320" height="1840" fill="#fffdf6"/>';
	const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="1500" height="2000"><rect width="1500" height="2000" fill="#8f8a80"/>${paper}<g fill="#24407a">${lines}</g></svg>`;
	return sharp(Buffer.from(drawn))
		.withExif({ IFD0: { Make: 'Telefon' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 13/1 0/1' } })
		.jpeg({ quality: 90 })
		.toBuffer();
}
