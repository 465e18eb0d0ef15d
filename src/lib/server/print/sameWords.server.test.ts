import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { GERMAN_LINES } from '../../../../tests/support/texts/germanLines.ts';
import { readPdf } from '../../../../tests/support/files/pdf.ts';
import { unzip } from '../../../../tests/support/files/zip.ts';
import { render } from '../../ui/text/markdown.ts';
import { blocksOf } from './blocks.ts';
import { PdfWorker } from './pdfWorker.server.ts';
import { openTextFile } from './openText.server.ts';
import { wordFile } from './word.server.ts';

const press = new PdfWorker();
const able = await press.able();

type Node = ReturnType<typeof parseDocument>['children'][number];
const squeezed = (text: string) => text.replace(/\s+/g, '');
const words = (nodes: readonly Node[]): string =>
	nodes.map((node) => (node.type === 'text' ? node.data : 'children' in node ? words(node.children) : '')).join('');

const onPage = (markdown: string) => squeezed(words(parseDocument(render(markdown)).children));
const blocks = (markdown: string) => blocksOf(markdown, { base: 1, origin: 'https://x.example' });

async function inWord(markdown: string): Promise<string> {
	const document = { title: 'T', lines: [], contents: null, blocks: blocks(markdown), foot: 'F', at: '' };
	const xml = unzip(await wordFile(document)).get('word/document.xml') ?? '';
	const written = parseDocument(xml, { xmlMode: true }).children;
	// The title stands first.
	return squeezed(words(written)).slice(1);
}

function inOpenText(markdown: string): string {
	const document = { title: 'T', lines: [], contents: null, blocks: blocks(markdown), foot: 'F', at: '' };
	const xml = unzip(openTextFile(document)).get('content.xml') ?? '';
	return squeezed(words(parseDocument(xml, { xmlMode: true }).children)).slice(1);
}

async function inPdf(markdown: string): Promise<string> {
	const data = { title: 'Titel', blocks: blocks(markdown) };
	const pdf = await readPdf(await press.print({ template: 'src/lib/server/print/sheet.typ', data }));
	return squeezed(pdf.text);
}

describe('what officials write', () => {
	it.each(GERMAN_LINES)('%s: every sign is on the page', (line) => {
		expect(onPage(line)).toBe(squeezed(line));
		expect(onPage(`Davor steht etwas.\n${line}\nDanach auch.`)).toBe(squeezed(`Davor steht etwas.${line}Danach auch.`));
		expect(onPage(`- Punkt ${line}`)).toBe(squeezed(`Punkt ${line}`));
	});

	const whole = GERMAN_LINES.join('\n\n');

	it('is the same in a Word file', async () => {
		expect(await inWord(whole)).toBe(onPage(whole));
	});

	it('and in a file for LibreOffice', () => {
		expect(inOpenText(whole)).toBe(onPage(whole));
	});

	it.runIf(able)('and in a PDF', async () => {
		const pdf = await inPdf(whole);
		for (const line of GERMAN_LINES) expect(pdf).toContain(squeezed(line));
	});

	const set =
		'## Ziele\n\nDas **Land** hilft *Bürger*innen*.\n\n> Zitat\n\n- a\n- b\n\n| Ort | Takt |\n|---|---|\n| Süd | 60 | mehr |\n\n`code` [Plan](/x) ~~weg~~';

	it('is set where it is meant: headings, bold, lists, tables, links, and no cell is lost', async () => {
		expect(onPage(set)).toBe('ZieleDasLandhilftBürger*innen.ZitatabOrtTaktSüd60mehrcodePlanweg');
		expect(await inWord(set)).toBe(onPage(set));
		expect(inOpenText(set)).toBe(onPage(set));
		if (able) expect((await inPdf(set)).replaceAll('•', '')).toContain(onPage(set));
	});

	it('keeps the numbers of a list that begins later, and makes no list of others', async () => {
		const later = '3. Berlin\n4. Bonn';
		expect(render(later)).toContain('<ol start="3">');
		expect(render('0. Null\n1. Eins')).toContain('<ol start="0">');
		if (able) expect(await inPdf(later)).toContain('3.Berlin4.Bonn');
		expect(onPage('1. erstens\n3. drittens')).toBe('1.erstens3.drittens');
		expect(onPage('5. Mai: Beginn\n6. Mai: Ende')).toBe('5.Mai:Beginn6.Mai:Ende');
	});

	it('in Word such a list begins with its number', async () => {
		const document = { title: 'T', lines: [], contents: null, blocks: blocks('3. Berlin\n4. Bonn'), foot: 'F', at: '' };
		expect(unzip(await wordFile(document)).get('word/numbering.xml')).toMatch(/<w:start w:val="3"\/>/);
	});

	it('for LibreOffice, too, and is bold, linked and in lists within lists', () => {
		const text = '**Ziel**\n\n3. Berlin\n4. [Bonn](https://bonn.example)\n\n- a\n  - b';
		const document = { title: 'T', lines: [], contents: 'Inhalt', blocks: blocks(text), foot: 'F & G', at: '' };
		const listed = { kind: 'heading', level: 1, runs: [{ text: 'Erstens' }], listed: true, anchor: 'eins' } as const;
		const file = unzip(
			openTextFile({ ...document, blocks: [{ ...listed, runs: [...listed.runs] }, ...document.blocks] })
		);
		const content = file.get('content.xml') ?? '';
		expect(content).toContain('<text:span text:style-name="strong">Ziel</text:span>');
		expect(content).toContain('<text:list-item text:start-value="3">');
		expect(content).toContain('xlink:href="https://bonn.example"');
		expect(content).toMatch(/<text:list-item>(?:(?!<\/text:list-item>).)*<text:list /s);
		expect(content).toContain('<text:bookmark text:name="eins"/>');
		expect(content).toContain('xlink:href="#eins"');
		expect(file.get('styles.xml')).toContain('F &amp; G · Seite <text:page-number');
	});
});
