import { relative } from 'node:path/posix';
import type { Ctx } from '../server/ctx.ts';
import type { SentFile } from '../server/http/sendFile.ts';
import { blocksOf, type Block } from '../server/print/blocks.ts';
import { heading, paragraph, pdfTemplateData, type Document } from '../server/print/document.ts';
import { cachedPdf } from '../server/print/pdfCache.server.ts';
import { t } from '../texts/texts.ts';
import { chapter, chapters } from './handbook.server.ts';
import { pictureFile, type PicturedChapter, type ShownPicture } from './picture.ts';

/** Links of a text stay links on paper: within the handbook and to the pages it speaks of. */
function sections({ slug, sections }: PicturedChapter, level: number, origin: string): Block[] {
	return sections.flatMap(({ anchor, title, body, picture }) => [
		heading(level, title, `${slug}-${anchor}`),
		...blocksOf(body, { base: level + 1, origin }),
		...(picture ? [pictureBlock(picture)] : [])
	]);
}

function pictureBlock({ name, alt }: ShownPicture): Block {
	return { kind: 'picture', file: relative('src/lib', pictureFile(name)), alt };
}

const paperOf = (title: string, lead: string, blocks: Block[]): Document => ({
	title,
	lines: [lead],
	contents: t.handbook.contents,
	blocks,
	foot: `${t.site.name} · ${t.handbook.title}`,
	at: ''
});

async function printed(document: Document, name: string): Promise<SentFile> {
	const template = 'src/lib/server/print/document.typ';
	const bytes = await cachedPdf({ template, data: pdfTemplateData(document) }, 'team');
	return { bytes, name, type: 'application/pdf' };
}

/** One chapter as an accessible PDF. Refused: signInFirst, roleMissing, print…. NotFound. */
export async function chapterPaper(ctx: Ctx, slug: string): Promise<SentFile> {
	const one = chapter(ctx, slug);
	const title = `${t.handbook.title}: ${one.title}`;
	return printed(paperOf(title, one.lead, sections(one, 1, ctx.app.config.origin)), `handbuch-${one.slug}.pdf`);
}

/** All of them in one file. Refused: signInFirst, roleMissing, print…. */
export async function handbookPaper(ctx: Ctx): Promise<SentFile> {
	const blocks = chapters(ctx).flatMap((one) => [
		heading(1, one.title, one.slug),
		paragraph(one.lead),
		...sections(one, 2, ctx.app.config.origin)
	]);
	return printed(paperOf(t.handbook.title, t.handbook.lead, blocks), 'handbuch.pdf');
}
