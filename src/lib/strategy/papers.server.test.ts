import { describe, expect, it } from 'vitest';
import * as prints from '#lib/server/print/prints.server.ts';
import { press } from '#lib/server/print/press.server.ts';
import { forPress } from '#lib/server/print/document.ts';
import { wordFile } from '#lib/server/print/word.server.ts';
import { NotFound } from '#lib/verdict.ts';
import { readPdf } from '../../../tests/support/pdf.ts';
import { contribute, Editor, NUMBERS } from '../../../tests/support/strategy.ts';
import { makeTown, type Town } from '../../../tests/support/town.ts';
import { unzip } from '../../../tests/support/zip.ts';
import * as papers from './papers.server.ts';
import * as strategy from './strategy.server.ts';
import { versionPaper } from './versionPaper.server.ts';

const able = await press.able();
const squeezed = (text: string) => text.replace(/\s+/g, '');

const BODY =
	'## Was das Land tut\n\nDas Land baut **2 000** Wohnungen.\n\n- jedes Jahr\n- in *jeder* Stadt\n\n| Jahr | Zahl |\n|---|---|\n| 2027 | 500 |';

async function publish(town: Town): Promise<string> {
	const from = await contribute(town, await town.person(), '#panic("Titel")');
	const editor = new Editor(town, await town.person('none', { roles: ['editor'] }));
	await editor.start();
	await editor.add({ title: 'Wohnen muss *bezahlbar* sein #eval', body: BODY, from: [from] });
	const { id } = await editor.draft();
	await strategy.freeze(editor.ctx, id, NUMBERS);
	return (await strategy.version(town.as(null), 1)).digest ?? '';
}

describe('a published version', () => {
	it.runIf(able)('is an accessible PDF with contents, a place for every point, and all of its text', async () => {
		const town = await makeTown();
		const digest = await publish(town);
		const pdf = readPdf((await papers.paper(town.as(null), 1, 'pdf')).bytes);
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
		const town = await makeTown();
		const digest = await publish(town);
		const { bytes, name } = await papers.paper(town.as(null), 1, 'docx');
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
		const town = await makeTown();
		const digest = await publish(town);
		expect(await prints.made(town.as(null), digest)).toEqual([]);
		const [one, other] = await Promise.all([1, 2].map(() => papers.paper(town.as(null), 1, 'docx')));
		expect(one?.bytes.length).toBeGreaterThan(0);
		expect(other?.name).toBe(one?.name);
		await papers.printNew(town.as(null));
		const ready = await prints.made(town.as(null), digest);
		expect(ready.map(({ format }) => format)).toEqual(able ? ['pdf', 'docx'] : ['docx']);
		const kept = await papers.paper(town.as(null), 1, 'docx');
		expect(kept.bytes.length).toBe(ready.find(({ format }) => format === 'docx')?.bytes);
		expect(await town.house.reader.selectFrom('prints').select('format').execute()).toHaveLength(ready.length);
	});

	it('says in its files what the page says: the summary in easy words first, why a check was left out below the points', async () => {
		const town = await makeTown();
		await publish(town);
		const version = await strategy.version(town.as(null), 1);
		const told = { ...version, easy: 'Kurz: **alle** Helfer*innen.', waived: { understood: 'Die Zeit war zu kurz.' } };
		const document = versionPaper(told, 'https://x.example');
		const word = squeezed((unzip(await wordFile(document)).get('word/document.xml') ?? '').replace(/<[^>]+>/g, ''));
		const files = [word];
		if (able) {
			const job = { template: 'src/lib/server/print/document.typ', data: forPress(document), at: document.at };
			files.push(squeezed(readPdf(await press.print(job)).text));
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
		const town = await makeTown();
		const editor = new Editor(town, await town.person('none', { roles: ['editor'] }));
		await editor.start();
		await editor.add();
		await expect(papers.paper(editor.ctx, 1, 'docx')).rejects.toThrow(NotFound);
		await expect(papers.paper(editor.ctx, 99, 'docx')).rejects.toThrow(NotFound);
	});
});
