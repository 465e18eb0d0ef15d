import { randomInt, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { makeCode } from '#lib/people/cards/cardCode.ts';
import { openPdfWorker } from '#lib/server/print/pdfWorker.server.ts';
import { printJob } from '#lib/votes/ballotPapers/ballotPapers.server.ts';
import { layOut } from '#lib/votes/ballotPapers/layout.ts';
import { asJpeg, dice, fillIn, photographed, scanned, Sheet } from '../../support/papers/filledPapers.ts';

/** Fills in so many papers in a process of its own, and writes them into a folder: pictures, and what was meant. */
const [folder = '', count = '100'] = process.argv.slice(2);
const body = 'Das Land hilft Menschen, die eine Wohnung suchen. ';
const points = Array.from({ length: 24 }, (_, at) => ({
	number: at + 1,
	title: at % 3 ? 'Miete muss bezahlbar sein' : 'Zugang zu Hilfen in allen Kreisen und Städten',
	body: body.repeat(1 + (at % 4))
}));
const pages = layOut(points);
const papers = [{ id: randomUUID(), code: makeCode(randomInt) }];
const pdf = await openPdfWorker.print(
	printJob({ papers, pages, points, version: 2, group: 'affected', origin: 'https://example.org' }),
	'team'
);
const library = await PDFiumLibrary.init();
const document = await library.loadDocument(pdf);
for (let seed = 0; seed < Number(count); seed++) {
	const at = seed % pages.length;
	const laid = pages[at];
	if (!laid) throw new Error('no page');
	const { data, width, height } = await document
		.getPage(at)
		.render({ scale: 200 / 72, colorSpace: 'Gray', render: 'bitmap' });
	const roll = dice(seed);
	const sheet = new Sheet({ width, height, pixels: new Uint8Array(data) });
	const { meant } = fillIn(sheet, roll, laid);
	const jpeg = await asJpeg(seed % 2 ? photographed(sheet, roll) : scanned(sheet, roll), roll);
	writeFileSync(join(folder, `${seed}.jpg`), jpeg);
	writeFileSync(join(folder, `${seed}.json`), JSON.stringify({ laid, meant }));
}
process.exit();
