import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openTextFile } from '../../server/print/openText.server.ts';
import { paragraph, pdfTemplateData, type Document } from '../../server/print/document.ts';
import { cachedPdf } from '../../server/print/pdfCache.server.ts';
import { wordFile } from '../../server/print/word.server.ts';
import { fewSectionsOf, sectionsOf } from './blocks.ts';
import { blocksOfPages, blocksOfText, levelOf } from './lines.ts';
import { readPaper as readWith } from './read.server.ts';
import { readApart } from './readApart.server.ts';
import { JobThread } from '../../server/jobThread.server.ts';

const readPaper = (bytes: Uint8Array) => readWith(bytes, { untitled: 'Ohne Überschrift', page: 'Seite {page}' });

const SENTENCE = 'Wer wenig Geld hat, findet in unserer Stadt keine Wohnung und wartet viele Jahre auf eine Zusage. ';

const title = (text: string): Document['blocks'][number] => ({ kind: 'heading', level: 1, runs: [{ text }] });

/** So many chapters with so many paragraphs each. */
const paper = (chapters: number, paragraphs: number): Document => ({
	title: 'Stellungnahme der Tafel',
	lines: [],
	contents: null,
	blocks: Array.from({ length: chapters }, (_, at) => [
		title(`${at + 1}. Forderung zum Wohnen`),
		...Array.from({ length: paragraphs }, (_, n) =>
			paragraph(
				[0, 1, 2, 3]
					.map((k) => `${'Haus Hof Ort Amt Weg Tal'.split(' ')[(at + n + k) % 6]} ${at}: ${SENTENCE}`)
					.join('')
			)
		)
	]).flat(),
	foot: 'Tafel',
	at: '2027-05-10T12:00:00.000Z'
});

const body = (xml: string) => `<w:document xmlns:w="x"><w:body>${xml}</w:body></w:document>`;
const p = (text: string, style = '') =>
	`<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`;
const STYLES = '<w:styles><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style></w:styles>';
const docx = (document: string, more: Record<string, string> = {}) => {
	const parts = { 'word/document.xml': body(document), 'word/styles.xml': STYLES, ...more };
	return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
};

const problemOf = async (bytes: Uint8Array) =>
	readPaper(bytes).catch((problem: { problem?: string }) => problem.problem);

describe('a paper', () => {
	it('in Word has its headings, whatever their ids are called, tables row by row and footnotes where they belong', async () => {
		const note = '<w:r><w:footnoteReference w:id="2"/></w:r>';
		const row = `<w:tbl><w:tr><w:tc>${p('Jahr')}</w:tc><w:tc>${p('2026')}</w:tc></w:tr></w:tbl>`;
		const file = docx(
			p('Wohnen', 'berschrift1') +
				`<w:p><w:r><w:t>Es fehlt.</w:t></w:r>${note}</w:p>` +
				row +
				p('Geld', 'berschrift1') +
				p('Mehr.'),
			{
				'word/footnotes.xml':
					'<w:footnotes><w:footnote w:id="2"><w:p><w:r><w:t>Quelle 1</w:t></w:r></w:p></w:footnote></w:footnotes>'
			}
		);
		expect((await readPaper(file)).sections).toEqual([
			{ heading: 'Wohnen', body: 'Es fehlt. [Quelle 1]\n\nJahr | 2026' },
			{ heading: 'Geld', body: 'Mehr.' }
		]);
	});

	it('in Word keeps what stands before and after a text box, and what stands in it', async () => {
		const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
		const box = `<w:r><w:txbxContent>${p('Im Kasten.')}${p('Noch einer.')}</w:txbxContent></w:r>`;
		const file = docx(p('Wohnen', 'berschrift1') + `<w:p>${run('Davor.')}${box}${run('Danach.')}</w:p>`);
		const { sections } = await readPaper(file);
		expect(sections).toEqual([{ heading: 'Wohnen', body: 'Davor.\nIm Kasten.\nNoch einer.\nDanach.' }]);
	});

	it('says what of a Word file was not read, and reads tracked changes as taken', async () => {
		const changed = `<w:p><w:del><w:r><w:delText>nie</w:delText><w:t>nie</w:t></w:r></w:del><w:ins><w:r><w:t>immer wieder</w:t></w:r></w:ins></w:p>`;
		const file = docx(changed, {
			'word/vbaProject.bin': 'x',
			'word/embeddings/a.xlsx': 'x',
			'word/media/image1.png': 'x',
			'word/comments.xml': '<x/>',
			'word/_rels/document.xml.rels': '<Relationship Target="https://example.org" TargetMode="External"/>'
		});
		const { sections, dropped } = await readPaper(file);
		expect(sections.map((one) => one.body)).toEqual(['immer wieder']);
		expect(dropped).toEqual(['macros', 'objects', 'links', 'changes', 'remarks', 'pictures']);
	});

	it.each([
		['Word', (document: Document) => wordFile(document)],
		['LibreOffice', (document: Document) => Promise.resolve(openTextFile(document))],
		[
			'PDF',
			(document: Document) =>
				cachedPdf(
					{ template: 'src/lib/server/print/document.typ', data: pdfTemplateData(document), at: document.at },
					'team'
				)
		]
	])(
		'of many pages as %s comes in its sections, whole and in time',
		async (_, made) => {
			const file = await made(paper(30, 6));
			const began = performance.now();
			const { sections } = await readPaper(file);
			expect(performance.now() - began).toBeLessThan(3_000);
			const chapters = sections.filter(({ heading }) => heading.includes('Forderung zum Wohnen'));
			expect(chapters).toHaveLength(30);
			const words = (text: string) => text.replace(/\s+/g, ' ').split('Wer wenig Geld hat').length - 1;
			expect(chapters.reduce((sum, one) => sum + words(one.body), 0)).toBe(30 * 6 * 4);
		},
		60_000
	);

	it('as plain text is read by its blank lines, also in what Windows wrote', async () => {
		const text = Buffer.from('Bürgerbüro\r\n\r\nEs ist zu weit weg.\r\n', 'latin1');
		expect((await readPaper(text)).sections).toEqual([{ heading: 'Bürgerbüro', body: 'Es ist zu weit weg.' }]);
	});

	it('is refused with what it is, not with what it is called', async () => {
		const old = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
		expect(await problemOf(new Uint8Array())).toBe('empty');
		expect(await problemOf(docx(p(' ')))).toBe('empty');
		expect(await problemOf(old)).toBe('oldWord');
		expect(await problemOf(Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')]))).toBe('locked');
		const manifest = '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>';
		const odt = { mimetype: 'application/vnd.oasis.opendocument.text', 'META-INF/manifest.xml': manifest };
		expect(await problemOf(zipSync(Object.fromEntries(Object.entries(odt).map(([n, x]) => [n, strToU8(x)]))))).toBe(
			'locked'
		);
		expect(await problemOf(docx(p('Wohnen')).slice(0, 200))).toBe('damaged');
		expect(await problemOf(Buffer.from('%PDF-1.7\nkaputt'))).toBe('damaged');
		expect(await problemOf(zipSync({ 'x.txt': strToU8('x') }))).toBe('foreign');
		expect(await problemOf(Buffer.from([1, 2, 3, 4, 0, 9]))).toBe('foreign');
	});

	it('that fills the memory is not unpacked, whatever its head says of its size', async () => {
		const bomb = docx(p('x'), { 'word/document.xml': ' '.repeat(60 * 1024 * 1024) });
		expect(bomb.length).toBeLessThan(200_000);
		expect(await problemOf(bomb)).toBe('bomb');
		// The sizes in both heads are made small.
		const lying = Buffer.from(bomb);
		const size = Buffer.alloc(4);
		size.writeUInt32LE(60 * 1024 * 1024);
		for (let at = lying.indexOf(size); at >= 0; at = lying.indexOf(size, at + 4)) lying.writeUInt32LE(100, at);
		expect(await problemOf(lying)).toBe('bomb');
	});
});

describe('a file made to keep its reader busy', () => {
	const within = async (limit: number, work: () => unknown) => {
		const began = performance.now();
		await work();
		expect(performance.now() - began).toBeLessThan(limit);
	};
	const archive = (parts: Record<string, string>) =>
		zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
	const odt = (text: string) => archive({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': text });
	const MANY = 300_000;

	it.each([
		['of Word', () => docx(`${'<w:p><w:t>x</w:t>'.repeat(MANY)}${'</w:p>'.repeat(MANY)}`)],
		['of LibreOffice', () => odt(`${'<text:p>x'.repeat(MANY)}${'</text:p>'.repeat(MANY)}`)]
	])('by nesting more deeply than anybody writes is refused at once: %s', async (_, made) => {
		const file = made();
		await within(5_000, async () => expect(await problemOf(file)).toBe('tooHard'));
	});

	it.each([
		['boxes in one paragraph', () => docx(`<w:p>${p('Wort').repeat(MANY)}</w:p>`)],
		['paragraphs in one cell', () => docx(`<w:tbl><w:tr><w:tc>${p('Wort').repeat(MANY)}</w:tc></w:tr></w:tbl>`)],
		['paragraphs in one of LibreOffice', () => odt(`<text:p>${'<text:p>Wort </text:p>'.repeat(MANY)}</text:p>`)],
		[
			'paragraphs in one cell of LibreOffice',
			() =>
				odt(
					`<table:table><table:table-row><table:table-cell>${'<text:p>Wort</text:p>'.repeat(MANY)}</table:table-cell></table:table-row></table:table>`
				)
		]
	])('by very many %s is read, each of them once', async (_, made) => {
		const file = made();
		await within(8_000, async () => {
			const { sections } = await readPaper(file);
			expect(sections.reduce((sum, { body }) => sum + body.split('Wort').length - 1, 0)).toBe(MANY);
		});
	});

	it('by lines without a full stop is read, each of them once', async () => {
		const page = 'ohne Ende und ohne Punkt\n'.repeat(200_000);
		await within(5_000, () => {
			const [, only, ...others] = blocksOfPages([page], String);
			expect(others).toEqual([]);
			expect(only?.text).toHaveLength(page.length - 1);
		});
	});

	it('by saying one long footnote again and again is refused', async () => {
		const note = '<w:r><w:footnoteReference w:id="2"/></w:r>';
		const notes = `<w:footnotes><w:footnote w:id="2">${p('x'.repeat(1_000_000))}</w:footnote></w:footnotes>`;
		expect(await problemOf(docx(`<w:p>${note.repeat(1_000)}</w:p>`, { 'word/footnotes.xml': notes }))).toBe('bomb');
	});

	it('in any other way is given up after its time, in a thread of its own', async () => {
		const stuck = new JobThread('tests/support/machine/endlessThread.ts', { job: 1_000 });
		await within(10_000, async () => {
			const problem = readApart(docx(p('Wohnen')), stuck);
			await expect(problem).rejects.toMatchObject({ problem: 'tooHard' });
		});
	});

	it('keeps no honest one from being read there, in the operator’s words', async () => {
		const text = Buffer.from('Es fehlen überall Wohnungen, die man bezahlen kann.');
		expect((await readApart(text)).sections).toEqual([
			{ heading: 'Ohne Überschrift', body: 'Es fehlen überall Wohnungen, die man bezahlen kann.' }
		]);
		await expect(readApart(Buffer.from('%PDF-1.7\nkaputt'))).rejects.toMatchObject({ problem: 'damaged' });
	});
});

describe('sections', () => {
	it('leave nothing out and cut nothing off: what is long goes on in the next', () => {
		const long = SENTENCE.repeat(200).trim();
		const sections = sectionsOf(
			[
				{ level: 1, text: 'Lang' },
				{ level: 0, text: long }
			],
			''
		);
		expect(sections.map(({ heading }) => heading)).toEqual(Array.from({ length: sections.length }, () => 'Lang'));
		expect(sections.length).toBeGreaterThan(2);
		expect(sections.map((one) => one.body).join(' ')).toBe(long);
	});

	it('below a heading of a heading bear both', () => {
		const blocks = [
			{ level: 1, text: 'Wohnen' },
			{ level: 2, text: 'Miete' },
			{ level: 0, text: 'Zu hoch.' }
		];
		expect(sectionsOf(blocks, '')).toEqual([{ heading: 'Wohnen – Miete', body: 'Zu hoch.' }]);
	});
});

describe('a paper of very many headings', () => {
	it('is parted by its upper ones, so that all sections fit on one page', () => {
		const chapters = Array.from({ length: 1_000 }, (_, at) => [
			{ level: at % 10 === 0 ? 1 : 2, text: `Kapitel ${at}` },
			{ level: 0, text: SENTENCE }
		]);
		const sections = fewSectionsOf(chapters.flat(), '');
		expect(sections).toHaveLength(100);
		expect(sections[0]?.body).toContain('Kapitel 9');
	});

	it('has no heading as long as a text', () => {
		const blocks = [
			{ level: 1, text: SENTENCE.repeat(20) },
			{ level: 0, text: SENTENCE }
		];
		expect(sectionsOf(blocks, 'Ohne').map(({ heading }) => heading)).toEqual(['Ohne']);
	});
});

describe('lines', () => {
	it.each([
		['2.1 Wohnen', 2],
		['III. Was wir fordern', 1],
		['## Wohnen', 2],
		['Kapitel 4', 1],
		['2. Mai war es kalt.', 0],
		['1.1 Wohnen ........ 4', 0],
		['Wir fordern mehr Wohnungen', 0]
	])('»%s« is a heading of level %d', (line, level) => expect(levelOf(line)).toBe(level));

	it('of pages become paragraphs: parted words are one again, the foot of each page goes', () => {
		const foot = (page: number) => `Tafel e. V. Seite ${page}`;
		const pages = [1, 2, 3, 4].map(
			(page) =>
				`${page}. Forderung\nIn Haus ${'abcd'[page - 1]} fehlen bezahl-\nbare Wohnungen ${'abcd'[page - 1]}.\n${foot(page)}`
		);
		const blocks = blocksOfPages(pages, String);
		expect(blocks.filter(({ level }) => level === 0).map(({ text }) => text)).toEqual(
			[...'abcd'].map((sign) => `In Haus ${sign} fehlen bezahlbare Wohnungen ${sign}.`)
		);
		expect(blocksOfPages(['Nur Text ohne Titel.'], (page) => `Seite ${page}`)[0]).toEqual({
			level: 1,
			text: 'Seite 1'
		});
		expect(blocksOfText('Ein Satz.\nNoch einer.')).toEqual([{ level: 0, text: 'Ein Satz.\nNoch einer.' }]);
	});
});
