import { strToU8, zipSync } from 'fflate';
import type { Block } from './blocks.ts';
import type { Document } from './document.ts';
import type { Run } from './runs.ts';
import { escapeXml } from './xml.ts';

const MIME = 'application/vnd.oasis.opendocument.text';
const NAMESPACES = ['office', 'style', 'text', 'table']
	.map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
	.concat('xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"')
	.concat('xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"')
	.concat('xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"')
	.join(' ');

const inline = (runs: readonly Run[]): string =>
	runs
		.map(({ text, href }) => {
			const written = escapeXml(text).replaceAll('\n', '<text:line-break/>');
			return href ? `<text:a xlink:type="simple" xlink:href="${escapeXml(href)}">${written}</text:a>` : written;
		})
		.join('');

const paragraphs = (runs: readonly Run[], style = 'Standard') =>
	`<text:p text:style-name="${style}">${inline(runs)}</text:p>`;

/** Blocks to OpenDocument text. Tables repeat their head on every page. */
function write(block: Block): string {
	switch (block.kind) {
		case 'heading':
			return `<text:h text:outline-level="${block.level}">${inline(block.runs)}</text:h>`;
		case 'paragraph':
			return paragraphs(block.runs);
		case 'list':
		case 'numbers':
			return `<text:list>${block.items
				.map((item) => `<text:list-item>${item.map(write).join('')}</text:list-item>`)
				.join('')}</text:list>`;
		case 'quote':
			return block.blocks.map(write).join('');
		case 'code':
			return block.lines.map((text) => paragraphs([{ text }])).join('');
		case 'table':
			return table(block);
		case 'picture':
			return paragraphs([{ text: block.alt }]);
		case 'rule':
			return '<text:p/>';
	}
}

function table({ head, rows, widths, caption }: Extract<Block, { kind: 'table' }>): string {
	const row = (cells: readonly (readonly Run[])[], style?: string) =>
		`<table:table-row>${cells
			.map(
				(runs) =>
					`<table:table-cell table:style-name="cell" office:value-type="string">${paragraphs(runs, style)}</table:table-cell>`
			)
			.join('')}</table:table-row>`;
	const columns = head.map((_, at) => `<table:table-column table:style-name="column${widths ? at : ''}"/>`).join('');
	const body = rows.map((cells) => row(cells)).join('');
	return `${caption ? paragraphs([{ text: caption }]) : ''}<table:table>${columns}<table:table-header-rows>${row(
		head,
		'Head'
	)}</table:table-header-rows>${body}</table:table>`;
}

/** The width of each column of the widest table, as parts of the page. */
function columnStyles({ blocks }: Document): string {
	const widths = blocks.flatMap((block) => (block.kind === 'table' ? [block.widths ?? []] : []));
	const most = widths.sort((a, b) => b.length - a.length)[0] ?? [];
	return most
		.map(
			(width, at) =>
				`<style:style style:name="column${at}" style:family="table-column"><style:table-column-properties style:rel-column-width="${Math.round(width * 100)}*"/></style:style>`
		)
		.join('');
}

const STYLES = `<style:default-style style:family="paragraph"><style:text-properties style:font-name="Arial" fo:font-family="Arial" fo:font-size="10pt" fo:language="de" fo:country="DE"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Head" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Title" style:family="paragraph"><style:text-properties fo:font-size="20pt" fo:font-weight="bold"/></style:style>`;
const LANDSCAPE = `<style:page-layout style:name="page"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" fo:margin="1.5cm"/></style:page-layout>`;

/** The document as an OpenDocument text file: language, title, real headings and heads of tables. */
export function openTextFile(document: Document): Uint8Array {
	const cell = `<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #808080" fo:padding="0.1cm"/></style:style>`;
	const body = [
		paragraphs([{ text: document.title }], 'Title'),
		...document.lines.map((text) => paragraphs([{ text }])),
		...[...(document.front ?? []), ...document.blocks].map(write)
	].join('');
	const content = `<office:document-content ${NAMESPACES} office:version="1.3"><office:automatic-styles>${cell}${columnStyles(document)}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
	const styles = `<office:document-styles ${NAMESPACES} office:version="1.3"><office:styles>${STYLES}</office:styles><office:automatic-styles>${LANDSCAPE}</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page"/></office:master-styles></office:document-styles>`;
	const meta = `<office:document-meta ${NAMESPACES} office:version="1.3"><office:meta><dc:title>${escapeXml(document.title)}</dc:title><dc:language>de-DE</dc:language></office:meta></office:document-meta>`;
	const listed = ['content.xml', 'styles.xml', 'meta.xml']
		.map((name) => `<manifest:file-entry manifest:full-path="${name}" manifest:media-type="text/xml"/>`)
		.join('');
	const manifest = `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="${MIME}"/>${listed}</manifest:manifest>`;
	const xml = (text: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>\n${text}`);
	// Programs know the file by its first entry, which must not be packed.
	return zipSync({
		mimetype: [strToU8(MIME), { level: 0 }],
		'content.xml': xml(content),
		'styles.xml': xml(styles),
		'meta.xml': xml(meta),
		'META-INF/manifest.xml': xml(manifest)
	});
}
