/** A PDF as scanners make it: one JPEG a page and nothing else. */
export function pdfScan(jpegs: readonly Buffer[]): Buffer {
	const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
	const offsets: number[] = [];
	const size = () => parts.reduce((sum, part) => sum + part.length, 0);
	const object = (number: number, head: string, stream?: Buffer) => {
		offsets[number] = size();
		parts.push(Buffer.from(`${number} 0 obj\n${head}\n`));
		if (stream) parts.push(Buffer.from('stream\n'), stream, Buffer.from('\nendstream\n'));
		parts.push(Buffer.from('endobj\n'));
	};
	const kids = jpegs.map((_, at) => `${3 + at * 3} 0 R`).join(' ');
	object(1, '<< /Type /Catalog /Pages 2 0 R >>');
	object(2, `<< /Type /Pages /Kids [${kids}] /Count ${jpegs.length} >>`);
	for (const [at, jpeg] of jpegs.entries()) {
		const [page, content, image] = [3 + at * 3, 4 + at * 3, 5 + at * 3];
		const { width, height, colours } = sizeOf(jpeg);
		object(
			page,
			`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${content} 0 R /Resources << /XObject << /I ${image} 0 R >> >> >>`
		);
		const draw = Buffer.from('q 595 0 0 842 0 0 cm /I Do Q');
		object(content, `<< /Length ${draw.length} >>`, draw);
		object(
			image,
			`<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /${colours === 1 ? 'DeviceGray' : 'DeviceRGB'} /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>`,
			jpeg
		);
	}
	const start = size();
	const rows = offsets.slice(1).map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
	parts.push(Buffer.from(`xref\n0 ${offsets.length}\n0000000000 65535 f \n${rows.join('')}`));
	parts.push(Buffer.from(`trailer\n<< /Size ${offsets.length} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`));
	return Buffer.concat(parts);
}

/** From its frame header. */
function sizeOf(jpeg: Buffer): { width: number; height: number; colours: number } {
	for (let at = 2; at < jpeg.length - 9; at += 2 + jpeg.readUInt16BE(at + 2)) {
		const marker = jpeg[at + 1] ?? 0;
		if (marker >= 0xc0 && marker <= 0xc2)
			return { height: jpeg.readUInt16BE(at + 5), width: jpeg.readUInt16BE(at + 7), colours: jpeg[at + 9] ?? 0 };
	}
	throw new Error('not a JPEG');
}
