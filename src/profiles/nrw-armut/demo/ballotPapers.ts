import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { newId } from '#lib/server/ids.ts';
import { Refused } from '#lib/verdict.ts';
import { printPapers } from '#lib/votes/ballotPapers/ballotPapers.server.ts';
import { BOX, PAGE, type Box, type LaidPage } from '#lib/votes/ballotPapers/layout.ts';
import { makeScanReader, readAllScans } from '#lib/votes/scans/readScans.server.ts';
import * as scans from '#lib/votes/scans/scans.server.ts';
import { instant } from '../../../commands/demo/cast.ts';
import type { DemoTown } from './town.ts';

const ORDER = { group: 'affected', copies: 3, feld: '' } as const;
/** Pixels per inch of what the scanner of the day centre makes. */
const FINE = 150;
/** Whoever holds this one crossed two boxes beside the first point: nobody can tell but a person who looks. */
const DOUBTFUL = 1;

/**
 * Three people have filled in ballot papers, the helper has laid them on the scanner, and the machine has read them. Nothing
 * of it is counted yet: one row has to be looked at. Where no paper can be printed there is no pile.
 */
export async function scanBallotPapers(town: DemoTown, day: number): Promise<void> {
	const helper = town.as(town.staff.helferin, day);
	const printed = await printPapers(helper, ORDER).catch((problem: unknown) => {
		if (problem instanceof Refused && problem.reason.startsWith('print')) return null;
		throw problem;
	});
	if (!printed) return;
	const files = await scanned(printed.bytes, printed.pages);
	const date = instant(day).slice(0, 10);
	await scans.upload(helper, { id: newId(), date, place: 'Tagestreff Sonnenplatz (Demo)' }, files);
	await readAllScans(makeScanReader(), () => town.as(null, day + 0.01));
}

/** Every page with the crosses of whoever filled it in, as pictures. */
async function scanned(pdf: Uint8Array, pages: readonly LaidPage[]) {
	const library = await PDFiumLibrary.init();
	const document = await library.loadDocument(pdf);
	const files: { name: string; bytes: Uint8Array }[] = [];
	for (let at = 0; at < document.getPageCount(); at++) {
		const laid = pages[at % pages.length];
		if (!laid) continue;
		const { data, width, height } = await document
			.getPage(at)
			.render({ scale: FINE / 72, colorSpace: 'Gray', render: 'bitmap' });
		const bytes = await sharp(data, { raw: { width, height, channels: 1 } })
			.toColourspace('srgb')
			.composite([{ input: Buffer.from(crosses(laid, Math.floor(at / pages.length), { width, height })) }])
			.jpeg({ quality: 80 })
			.toBuffer();
		files.push({ name: `stimm-bogen-${at + 1}.jpg`, bytes });
	}
	document.destroy();
	library.destroy();
	return files;
}

/** What this person has crossed, as a drawing to be laid over the page. */
function crosses({ rows, consent }: LaidPage, person: number, { width, height }: { width: number; height: number }) {
	const chosen = rows.flatMap(({ boxes }, row) => {
		const first = (person * 2 + row) % 3;
		const doubt = consent && person === DOUBTFUL && row === 0 ? [(first + 1) % 3] : [];
		return [first, ...doubt].flatMap((column) => boxes[column] ?? []);
	});
	const lines = [...(consent ? [consent] : []), ...chosen].map(cross).join(' ');
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${PAGE.width} ${PAGE.height}">
	<path d="${lines}" fill="none" stroke="#1b2a5c" stroke-width="0.6" stroke-linecap="round"/>
</svg>`;
}

function cross({ x, y }: Box): string {
	const [right, low] = [x + BOX.side, y + BOX.side];
	return `M${x - 0.4} ${y + 0.3}L${right + 0.6} ${low - 0.2}M${right + 0.2} ${y - 0.5}L${x + 0.3} ${low + 0.4}`;
}
