import { strToU8, zipSync } from 'fflate';
import { t } from '../../texts/texts.ts';
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

/** How words look, by the name of the style. */
const LOOKS = {
	strong: 'fo:font-weight="bold"',
	emph: 'fo:font-style="italic"',
	strike: 'style:text-line-through-style="solid"',
	code: 'style:font-name="Courier New" fo:font-family="Courier New"'
} as const;
const LOOK_NAMES = ['strong', 'emph', 'strike', 'code'] as const;

function span({ text, href, ...look }: Run): string {
	const words = escapeXml(text).replaceAll('\n', '<text:line-break/>');
	const dressed = LOOK_NAMES.filter((name) => look[name]).reduce(
		(inner, name) => `<text:span text:style-name="${name}">${inner}</text:span>`,
		words
	);
	return href ? `<text:a xlink:type="simple" xlink:href="${escapeXml(href)}">${dressed}</text:a>` : dressed;
}

const inline = (runs: readonly Run[]): string => runs.map(span).join('');
const paragraph = (runs: readonly Run[], style = 'Standard') =>
	`<text:p text:style-name="${style}">${inline(runs)}</text:p>`;

type Table = Extract<Block, { kind: 'table' }>;
type Heading = Extract<Block, { kind: 'heading' }>;

/** Blocks to OpenDocument text. Ask for the styles of its tables when everything is written. */
class OpenTextWriter {
	readonly #columns: string[] = [];
	#tables = 0;

	get columnStyles(): string {
		return this.#columns.join('');
	}

	write(block: Block): string {
		switch (block.kind) {
			case 'heading':
				return heading(block);
			case 'paragraph':
				return paragraph(block.runs);
			case 'list':
				return `<text:list text:style-name="Marks">${this.#items(block.items)}</text:list>`;
			case 'numbers':
				return `<text:list text:style-name="Numbers">${this.#items(block.items, block.start)}</text:list>`;
			case 'quote':
				return this.writeAll(block.blocks);
			case 'code':
				return block.lines.map((text) => paragraph([{ text, code: true }])).join('');
			case 'table':
				return this.#table(block);
			case 'picture':
				return paragraph([{ text: block.alt }]);
			case 'rule':
				return '<text:p/>';
		}
	}

	writeAll(blocks: readonly Block[]): string {
		return blocks.map((block) => this.write(block)).join('');
	}

	#items(items: readonly (readonly Block[])[], start = 1): string {
		return items
			.map((item, at) => {
				const first = at === 0 && start !== 1 ? ` text:start-value="${start}"` : '';
				return `<text:list-item${first}>${this.writeAll(item)}</text:list-item>`;
			})
			.join('');
	}

	/** Its head is repeated on every page. */
	#table({ head, rows, widths, caption }: Table): string {
		const name = `table${++this.#tables}`;
		const columns = head.map((_, at) => {
			const width = Math.round((widths?.[at] ?? 1) * 100);
			this.#columns.push(
				`<style:style style:name="${name}.${at}" style:family="table-column"><style:table-column-properties style:rel-column-width="${width}*"/></style:style>`
			);
			return `<table:table-column table:style-name="${name}.${at}"/>`;
		});
		const body = rows.map((cells) => row(cells)).join('');
		const named = `<table:table table:name="${name}">${columns.join('')}`;
		const repeated = `<table:table-header-rows>${row(head, 'Head')}</table:table-header-rows>`;
		return `${caption ? paragraph([{ text: caption }]) : ''}${named}${repeated}${body}</table:table>`;
	}
}

function heading({ level, runs, anchor }: Heading): string {
	const mark = anchor ? `<text:bookmark text:name="${escapeXml(anchor)}"/>` : '';
	return `<text:h text:style-name="Heading_${Math.min(level, 4)}" text:outline-level="${level}">${mark}${inline(runs)}</text:h>`;
}

function row(cells: readonly (readonly Run[])[], style?: string): string {
	const written = cells.map(
		(runs) =>
			`<table:table-cell table:style-name="cell" office:value-type="string">${paragraph(runs, style)}</table:table-cell>`
	);
	return `<table:table-row>${written.join('')}</table:table-row>`;
}

/** Links to the headings; no field that a program would ask the reader to update. */
function contents({ contents, blocks }: Document): string {
	if (contents === null) return '';
	const listed = blocks.filter((block) => block.kind === 'heading').filter((block) => block.listed);
	const lines = listed.map(({ runs, anchor }) =>
		paragraph(anchor ? runs.map((run) => ({ ...run, href: `#${anchor}` })) : runs)
	);
	return heading({ kind: 'heading', level: 1, runs: [{ text: contents }] }) + lines.join('');
}

const textStyle = (name: string, look: string) =>
	`<style:style style:name="${name}" style:family="text"><style:text-properties ${look}/></style:style>`;
const paragraphStyle = (name: string, size: number, more = '') =>
	`<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-top="${more ? '0.4cm' : '0cm'}" fo:keep-with-next="${more ? 'always' : 'auto'}"/><style:text-properties fo:font-size="${size}pt" ${more}/></style:style>`;
const BOLD = 'fo:font-weight="bold"';

/** A list in a list stands further in. */
function listStyle(name: string, kind: 'bullet' | 'number', mark: string): string {
	const levels = [1, 2, 3].map((level) => {
		const label = `<style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.6cm" fo:margin-left="${level}cm"/>`;
		const place = `<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">${label}</style:list-level-properties>`;
		return `<text:list-level-style-${kind} text:level="${level}" ${mark}>${place}</text:list-level-style-${kind}>`;
	});
	return `<text:list-style style:name="${name}">${levels.join('')}</text:list-style>`;
}

const STYLES = [
	`<style:default-style style:family="paragraph"><style:text-properties style:font-name="Arial" fo:font-family="Arial" fo:font-size="10.5pt" fo:language="de" fo:country="DE"/></style:default-style>`,
	`<style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.2cm"/></style:style>`,
	`<style:style style:name="Head" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties ${BOLD}/></style:style>`,
	...[20, 15, 13, 11.5, 10.5].map((size, level) =>
		paragraphStyle(level === 0 ? 'Title' : `Heading_${level}`, size, BOLD)
	),
	paragraphStyle('Foot', 8.5),
	...LOOK_NAMES.map((name) => textStyle(name, LOOKS[name])),
	listStyle('Marks', 'bullet', 'text:bullet-char="•"'),
	listStyle('Numbers', 'number', 'style:num-format="1" style:num-suffix="."')
].join('');

const SIDES = {
	portrait: 'fo:page-width="21cm" fo:page-height="29.7cm" style:print-orientation="portrait" fo:margin="2cm"',
	landscape: 'fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" fo:margin="1.5cm"'
} as const;

/** On every page, with its number. */
function footer(foot: string): string {
	const page = t.ui.pageOf
		.split(/(\{page\}|\{pages\})/)
		.map((part) => {
			if (part === '{page}') return '<text:page-number text:select-page="current"/>';
			return part === '{pages}' ? '<text:page-count/>' : escapeXml(part);
		})
		.join('');
	return `<style:footer><text:p text:style-name="Foot">${escapeXml(foot)} · ${page}</text:p></style:footer>`;
}

function stylesOf({ foot }: Document, side: keyof typeof SIDES): string {
	const layout = `<style:page-layout style:name="page"><style:page-layout-properties ${SIDES[side]}/><style:footer-style/></style:page-layout>`;
	const master = `<style:master-page style:name="Standard" style:page-layout-name="page">${footer(foot)}</style:master-page>`;
	return `<office:document-styles ${NAMESPACES} office:version="1.3"><office:styles>${STYLES}</office:styles><office:automatic-styles>${layout}</office:automatic-styles><office:master-styles>${master}</office:master-styles></office:document-styles>`;
}

function contentOf(document: Document): string {
	const writer = new OpenTextWriter();
	const cell = `<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #808080" fo:padding="0.1cm"/></style:style>`;
	const body = [
		paragraph([{ text: document.title }], 'Title'),
		...document.lines.map((text) => paragraph([{ text }])),
		writer.writeAll(document.front ?? []),
		contents(document),
		writer.writeAll(document.blocks)
	].join('');
	return `<office:document-content ${NAMESPACES} office:version="1.3"><office:automatic-styles>${cell}${writer.columnStyles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
}

/** The document as an OpenDocument text file: language, title, real headings, lists and heads of tables, links. */
export function openTextFile(document: Document, side: keyof typeof SIDES = 'portrait'): Uint8Array {
	const meta = `<office:document-meta ${NAMESPACES} office:version="1.3"><office:meta><dc:title>${escapeXml(document.title)}</dc:title><dc:language>de-DE</dc:language></office:meta></office:document-meta>`;
	const listed = ['content.xml', 'styles.xml', 'meta.xml']
		.map((name) => `<manifest:file-entry manifest:full-path="${name}" manifest:media-type="text/xml"/>`)
		.join('');
	const manifest = `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="${MIME}"/>${listed}</manifest:manifest>`;
	const xml = (text: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>\n${text}`);
	// Programs know the file by its first entry, which must not be packed.
	return zipSync({
		mimetype: [strToU8(MIME), { level: 0 }],
		'content.xml': xml(contentOf(document)),
		'styles.xml': xml(stylesOf(document, side)),
		'meta.xml': xml(meta),
		'META-INF/manifest.xml': xml(manifest)
	});
}
