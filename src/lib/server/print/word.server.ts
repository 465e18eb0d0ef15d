import { t } from '../../texts/texts.ts';
import type * as docx from 'docx';
import type { Block } from './blocks.ts';
import type { Document } from './document.ts';
import { DocxRenderer } from './docxRenderer.server.ts';

/** The library is large and rarely needed: it is loaded with the first file. */
async function library(): Promise<typeof docx> {
	return import('docx');
}

/** Links to the headings, as in the PDF; no field that Word would ask the reader to update. */
function contents(writer: DocxRenderer, document: Document): docx.Paragraph[] {
	if (document.contents === null) return [];
	const listed = document.blocks.filter((block) => block.kind === 'heading').filter((block) => block.listed);
	return [writer.heading(1, [{ text: document.contents }]), ...listed.map((block) => writer.entry(block))];
}

/** The document as a Word file: real headings, lists, tables with a head, language, bookmarks at the points. */
export async function wordFile(document: Document): Promise<Uint8Array> {
	const word = await library();
	const writer = new DocxRenderer(word);
	const body = (blocks: readonly Block[]) => blocks.flatMap((block) => writer.write(block));
	const front = body(document.front ?? []);
	const written = body(document.blocks);
	const file = new word.Document({
		title: document.title,
		creator: document.foot,
		styles: writer.styles(),
		numbering: writer.numbering(),
		sections: [
			{
				properties: { page: { size: { width: 11_906, height: 16_838 }, margin: { top: 1_134, bottom: 1_134 } } },
				footers: { default: writer.footer(document.foot, t.ui.pageOf) },
				children: [
					writer.title(document.title),
					...document.lines.map((line) => writer.line(line)),
					...front,
					...contents(writer, document),
					...written
				]
			}
		]
	});
	return new Uint8Array(await word.Packer.toBuffer(file));
}
