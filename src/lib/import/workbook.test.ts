import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { BadSheet } from './places.ts';
import { planImport } from './plan.ts';
import { readApart } from './readApart.server.ts';
import type { Worksheet } from './workbook.ts';
import { JobLost, JobThread } from '../server/jobThread.server.ts';

const plan = (file: string | Uint8Array, more: { worksheet?: string; sheets?: readonly Worksheet[] | null } = {}) =>
	planImport(typeof file === 'string' ? Buffer.from(file) : file, {
		...{ what: 'contributions', columns: {}, language: null, encoding: null, headerLine: null, worksheet: null },
		...{ idByLine: false, titleByWords: false },
		...more
	});

const sheetXml = (rows: string) => `<worksheet xmlns="x"><sheetData>${rows}</sheetData></worksheet>`;
const excel = zipSync({
	'xl/workbook.xml': strToU8(
		'<workbook><sheets><sheet name="Leer" r:id="r1"/><sheet name="Ideen" r:id="r2"/></sheets></workbook>'
	),
	'xl/_rels/workbook.xml.rels': strToU8(
		'<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="/xl/worksheets/sheet2.xml"/></Relationships>'
	),
	'xl/sharedStrings.xml': strToU8(
		'<sst><si><t>id</t></si><si><t>Titel</t></si><si><t>Text</t></si><si><r><t>Mehr </t></r><r><t>Bänke &amp; Bäume</t></r></si></sst>'
	),
	'xl/worksheets/sheet1.xml': strToU8(sheetXml('')),
	'xl/worksheets/sheet2.xml': strToU8(
		sheetXml(
			'<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="C3" t="s"><v>2</v></c></row><row r="5"><c r="A5"><v>17</v></c><c r="B5" t="s"><v>3</v></c><c r="C5" t="inlineStr"><is><t>eins_x000D_\nzwei</t></is></c></row><row r="6"><c r="A6"><v>18</v></c><c r="C6" t="str"><v>ohne</v></c></row>'
		)
	)
});
const ods = zipSync({
	mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
	'content.xml': strToU8(
		'<office:body><table:table table:name="A"><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="1024"/></table:table-row><table:table-row><table:table-cell><text:p>Nr</text:p></table:table-cell><table:table-cell><office:annotation><text:p>Notiz</text:p></office:annotation><text:p>Titel</text:p></table:table-cell><table:table-cell><text:p>Text</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>4</text:p></table:table-cell><table:table-cell><text:p>Zwei<text:s text:c="2"/>Wege</text:p></table:table-cell><table:table-cell><text:p>eins</text:p><text:p>zwei</text:p></table:table-cell></table:table-row></table:table></office:body>'
	)
});

describe('a workbook', () => {
	it('of Excel is read, with the number of its row', () => {
		const found = plan(excel);
		expect(found.rows).toMatchObject([{ line: 5, id: '17', title: 'Mehr Bänke & Bäume', text: 'eins\nzwei' }]);
		expect(found.refused).toEqual([{ line: 6, problem: 'titleMissing' }]);
		expect(() => plan(excel, { worksheet: 'Anderes' })).toThrow('»Anderes«');
	});

	it('of LibreOffice is read', () => {
		expect(plan(ods).rows).toMatchObject([{ line: 4, id: '4', title: 'Zwei Wege', text: 'eins\nzwei' }]);
	});

	it.each([
		['Excel', { 'xl/workbook.xml': '<a>' }],
		['LibreOffice', { mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a>' }]
	])('that nests more deeply than anybody writes is refused at once: %s', async (_, parts) => {
		const made = Object.entries(parts).map(([name, text]) => [
			name,
			strToU8(text.replace('<a>', '<a>'.repeat(300_000)))
		]);
		const began = performance.now();
		expect(() => plan(zipSync(Object.fromEntries(made)))).toThrow('Ausgepackt');
		await expect(readApart(zipSync(Object.fromEntries(made)))).rejects.toThrow('Ausgepackt');
		expect(performance.now() - began).toBeLessThan(8_000);
	});

	it('is read in a thread of its own, which has its time', async () => {
		const stuck = new JobThread('tests/support/machine/endlessThread.ts', { job: 1_000 });
		await expect(readApart(excel, stuck)).rejects.toThrow(JobLost);
		const sheets = await readApart(excel);
		expect(plan(excel, { sheets })).toEqual(plan(excel));
		expect(sheets?.map(({ name }) => name)).toEqual(['Leer', 'Ideen']);
		await expect(readApart(excel.subarray(0, excel.length / 2))).rejects.toThrow('beschädigt');
		expect(await readApart(Buffer.from('id;text'))).toBeNull();
	});

	it.each([
		['%PDF-1.7 …', 'PDF'],
		[Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), '.xls'],
		[zipSync({ 'a.txt': strToU8('a') }), 'ZIP'],
		[zipSync({ 'word/document.xml': strToU8('a') }), 'Text-Dokument'],
		[excel.subarray(0, excel.length / 2), 'beschädigt'],
		['{"type":"FeatureCollection","features":[]}', 'GeoJSON'],
		['<!DOCTYPE html><html>', 'Internet-Seite'],
		[Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10), 'Bild']
	])('is told from what is none: %#', (bytes, words) => {
		expect(() => plan(bytes)).toThrow(BadSheet);
		expect(() => plan(bytes)).toThrow(words);
	});
});
