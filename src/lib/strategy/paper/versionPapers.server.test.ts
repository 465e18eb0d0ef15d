import { describe, expect, it } from 'vitest';
import * as prints from '#lib/server/print/storedPapers.server.ts';
import { openPdfWorker } from '#lib/server/print/pdfWorker.server.ts';
import { pdfTemplateData } from '#lib/server/print/document.ts';
import { wordFile } from '#lib/server/print/word.server.ts';
import { NotFound } from '#lib/verdict.ts';
import { readPdf } from '../../../../tests/support/files/pdf.ts';
import { contribute, Editor } from '../../../../tests/support/strategy/strategy.ts';
import { makeTestApp, type TestApp } from '../../../../tests/support/machine/testApp.ts';
import { unzip } from '../../../../tests/support/files/zip.ts';
import { printNew } from '#lib/corrections/papers.server.ts';
import * as papers from './versionPapers.server.ts';
import * as strategy from '../strategy.server.ts';
import { versionPaper } from './versionPaper.server.ts';

const able = await openPdfWorker.able();
const squeezed = (text: string) => text.replace(/\s+/g, '');

const BODY =
	'## Was das Land tut\n\nDas Land baut **2 000** Wohnungen.\n\n- jedes Jahr\n- in *jeder* Stadt\n\n| Jahr | Zahl |\n|---|---|\n| 2027 | 500 |';

async function publish(testApp: TestApp): Promise<string> {
	const from = await contribute(testApp, await testApp.person(), '#panic("Titel")');
	const editor = new Editor(testApp, await testApp.person('none', { roles: ['editor'] }));
	await editor.start();
	await editor.add({ title: 'Wohnen muss *bezahlbar* sein #eval', body: BODY, from: [from] });
	await editor.publish();
	return (await strategy.version(testApp.as(null), 1)).digest ?? '';
}

describe('a published version', () => {
	it.runIf(able)('is an accessible PDF with contents, a place for every point, and all of its text', async () => {
		const testApp = await makeTestApp();
		const digest = await publish(testApp);
		const pdf = await readPdf((await papers.paper(testApp.as(null), 1, 'pdf')).bytes);
		expect(pdf).toMatchObject({ lang: 'de-DE', universal: '1', tagged: true });
		expect(pdf.fonts.filter((font) => !font.embedded)).toEqual([]);
		expect(pdf.roles).toMatchObject({ TOC: expect.any(Number), Table: 1, TH: 2 });
		expect(pdf.outline).toContain('Punkt 1: Wohnen muss *bezahlbar* sein #eval');
		for (const words of [
			'Wohnen muss *bezahlbar* sein #eval',
			'Das Land baut 2 000 Wohnungen.',
			'in jeder Stadt',
			'2027',
			digest
		])
			expect(squeezed(pdf.text)).toContain(squeezed(words));
		expect(pdf.links).toEqual(
			expect.arrayContaining([expect.stringMatching(/\/punkte\/1$/), expect.stringMatching(/\/beitraege\/1$/)])
		);
		expect(pdf.text).not.toContain('panic');
		expect(pdf.places).toContain('punkt-1');
	});

	it('is a Word file with headings, bookmarks and all of its text', async () => {
		const testApp = await makeTestApp();
		const digest = await publish(testApp);
		const { bytes, name } = await papers.paper(testApp.as(null), 1, 'docx');
		const text = unzip(bytes).get('word/document.xml') ?? '';
		expect(name).toBe('fassung-1.docx');
		expect(text).toMatch(/<w:bookmarkStart[^>]*w:name="punkt-1"/);
		expect(text).toMatch(/<w:hyperlink[^>]*w:anchor="punkt-1"/);
		expect(text).toContain('w:val="Heading2"');
		expect(text).toContain('<w:tblHeader/>');
		const plain = squeezed(text.replace(/<[^>]+>/g, ''));
		for (const words of ['Wohnenmuss*bezahlbar*sein#eval', 'DasLandbaut2000Wohnungen.', digest])
			expect(plain).toContain(words);
		expect(unzip(bytes).get('word/styles.xml')).toContain('de-DE');
	});

	it('is printed once and then found by its digest, however many ask', async () => {
		const testApp = await makeTestApp();
		const digest = await publish(testApp);
		expect(await prints.made(testApp.as(null), digest)).toEqual([]);
		const [one, other] = await Promise.all([1, 2].map(() => papers.paper(testApp.as(null), 1, 'docx')));
		expect(one?.bytes.length).toBeGreaterThan(0);
		expect(other?.name).toBe(one?.name);
		await printNew(testApp.as(null));
		const ready = await prints.made(testApp.as(null), digest);
		expect(ready.map(({ format }) => format)).toEqual(able ? ['pdf', 'docx', 'odt'] : ['docx', 'odt']);
		const kept = await papers.paper(testApp.as(null), 1, 'docx');
		expect(kept.bytes.length).toBe(ready.find(({ format }) => format === 'docx')?.bytes);
		expect(await testApp.app.reader.selectFrom('prints').select('format').execute()).toHaveLength(ready.length);
	});

	it('says in its files what the page says: the summary in easy words first, why a check was left out below the points', async () => {
		const testApp = await makeTestApp();
		await publish(testApp);
		const version = await strategy.version(testApp.as(null), 1);
		const told = { ...version, easy: 'Kurz: **alle** Helfer*innen.', waived: { understood: 'Die Zeit war zu kurz.' } };
		const document = versionPaper(told, 'https://x.example');
		const word = squeezed((unzip(await wordFile(document)).get('word/document.xml') ?? '').replace(/<[^>]+>/g, ''));
		const files = [word];
		if (able) {
			const job = { template: 'src/lib/server/print/document.typ', data: pdfTemplateData(document), at: document.at };
			files.push(squeezed((await readPdf(await openPdfWorker.print(job))).text));
		}
		for (const text of files) {
			const places = ['Kurz:alleHelfer*innen.', 'DasLandbaut2000', 'DieZeitwarzukurz.', 'SHA-256'].map((words) =>
				text.lastIndexOf(words)
			);
			expect(places).toEqual([...places].sort((a, b) => a - b));
			expect(places[0]).toBeGreaterThan(-1);
		}
	});

	it('is a file only when it is published', async () => {
		const testApp = await makeTestApp();
		const editor = new Editor(testApp, await testApp.person('none', { roles: ['editor'] }));
		await editor.start();
		await editor.add();
		await expect(papers.paper(editor.ctx, 1, 'docx')).rejects.toThrow(NotFound);
		await expect(papers.paper(editor.ctx, 99, 'docx')).rejects.toThrow(NotFound);
	});
});
