import { PDFiumLibrary } from '@hyzyla/pdfium';
import { printPapers } from '#lib/votes/ballotPapers/ballotPapers.server.ts';
import { KeptPages } from '#lib/votes/ballotPapers/paper.ts';
import type { LaidPage } from '#lib/votes/ballotPapers/layout.ts';
import { findCode, prepared } from '#lib/votes/scans/readPage.ts';
import type { Gray } from '#lib/votes/scans/gray.ts';
import type { Ctx } from '#lib/server/ctx.ts';

/** Pixels per inch of what a scanner makes. */
const FINE = 200;

export interface PrintedPage {
	paper: string;
	page: number;
	laid: LaidPage;
	image: Gray;
	/** On the strip of its paper. */
	code: string;
}

/** Prints papers and looks at them as a scanner would: pages in their order. */
export async function printed(ctx: Ctx, copies: number): Promise<PrintedPage[]> {
	const before = await ctx.app.reader.selectFrom('ballotPapers').select('id').execute();
	const { bytes } = await printPapers(ctx, { group: 'affected', copies, feld: '' });
	const rows = await ctx.app.reader
		.selectFrom('ballotPapers as p')
		.innerJoin('ballotLayouts as l', 'l.id', 'p.layoutId')
		.select('l.pages')
		.where('p.id', 'not in', ['', ...before.map(({ id }) => id)])
		.execute();
	const library = await PDFiumLibrary.init();
	const document = await library.loadDocument(bytes);
	const found: PrintedPage[] = [];
	let at = 0;
	for (const { pages } of rows)
		for (const [index, laid] of KeptPages.parse(JSON.parse(pages)).entries()) {
			const page = document.getPage(at++);
			const code = /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(page.getText())?.[0] ?? '';
			const { data, width, height } = await page.render({ scale: FINE / 72, colorSpace: 'Gray', render: 'bitmap' });
			const image = { width, height, pixels: new Uint8Array(data) };
			const said = findCode(prepared(image));
			if ('problem' in said) throw new Error(said.problem);
			found.push({ paper: said.code.paper, page: index + 1, laid, image, code });
		}
	document.destroy();
	library.destroy();
	return found;
}
