import { describe, expect, it } from 'vitest';
import { decidimPlaces, leavesOut } from './decidim.ts';
import { decode } from './encoding.ts';
import { BadSheet, placesOf } from './places.ts';
import { readRows, sentenceOf } from './row.ts';
import { readSheet } from './sheet.ts';

const utf8 = (text: string) => Buffer.from(text);
const rows = (text: string) => rowsOf(utf8(text));
function rowsOf(bytes: Buffer) {
	const sheet = readSheet(bytes);
	return readRows(sheet, placesOf(sheet.header));
}

describe('a file from a spreadsheet', () => {
	const german = 'id;title;text\r\n1;Grüße;Straße – „schön“\r\n';
	it.each([
		['UTF-8', utf8(german), 'utf-8'],
		['UTF-8 with a mark at its beginning', utf8(`\uFEFF${german}`), 'utf-8'],
		['UTF-16 as Excel writes it', Buffer.from(`\uFEFF${german}`, 'utf16le'), 'utf-16le'],
		['UTF-16 the other way round', Buffer.from(`\uFEFF${german}`, 'utf16le').swap16(), 'utf-16be'],
		[
			'Windows-1252',
			Buffer.from(german.replace('–', '\x96').replace('„', '\x84').replace('“', '\x93'), 'latin1'),
			'windows-1252'
		]
	])('is read in %s', (_, bytes, encoding) => {
		expect(decode(bytes).encoding).toBe(encoding);
		expect(rowsOf(bytes).rows).toMatchObject([{ id: '1', title: 'Grüße', text: 'Straße – „schön“' }]);
	});

	it.each([
		['commas', 'id,title,text\n1,a;b,c;d\n'],
		['semicolons', 'id;title;text\n1;"a;b";"c;d"\n'],
		['tabs', 'id\ttitle\ttext\n1\ta;b\tc;d\n'],
		['a separator that Excel names', 'sep=;\r\nid;title;text\r\n1;"a;b";"c;d"\r\n'],
		['no line end at the end', 'id,title,text\n1,a;b,c;d']
	])('is read with %s', (_, text) => expect(rows(text).rows).toMatchObject([{ title: 'a;b', text: 'c;d' }]));

	it('keeps the words as they are: quotes, lines, emoji; and as forms do: plain line ends, no space around them', () => {
		const text = '  Er sagte ""Nein"".\r\n\r\nDann\nkam 🙂 der Bus. ';
		expect(rows(`id,title,text\r\n1, a ,"${text}"\r\n`).rows).toMatchObject([
			{ line: 2, id: '1', title: 'a', text: 'Er sagte "Nein".\n\nDann\nkam 🙂 der Bus.', url: null, language: 'de' }
		]);
	});

	it('is told apart by line, also after texts of several lines, empty lines and a line for Excel', () => {
		const file = 'sep=,\r\nid,title,text\r\n1,a,"x\r\ny\r\nz"\r\n\r\n2,b,c\r\n3,,c\r\n4,d,"e"f"\r\n5,g,h\r\n';
		const { rows: good, refused } = rows(file);
		expect(good.map(({ id, line }) => [id, line])).toEqual([
			['1', 3],
			['2', 7],
			['5', 10]
		]);
		expect(refused).toEqual([
			{ line: 8, problem: 'titleMissing' },
			{ line: 9, problem: 'unreadable' }
		]);
	});
});

describe('rows', () => {
	it.each([
		['1,a,b,https://example.org/1', null],
		['1,a,b,', null],
		['1,a,,', null],
		[',a,b,', 'idMissing'],
		['1,  ,b,', 'titleMissing'],
		[`1,${'a'.repeat(300)},b,`, null],
		[`1,${'a'.repeat(301)},b,`, 'titleTooLong'],
		[`1,a,${'b'.repeat(8_001)},`, 'textTooLong'],
		[`${'1'.repeat(201)},a,b,`, 'idTooLong'],
		['1,a,b,example.org', 'urlWrong'],
		['1,a,b,javascript:alert(1)', 'urlWrong'],
		['1,a,b,https://example.org,and more', 'columns'],
		['1,a,b\0,', 'signs'],
		['1,"a,b,', 'unreadable']
	])('%j: %s', (line, problem) => {
		const { rows: good, refused } = rows(`id,title,text,url\n0,first,one,\n${line}\n`);
		expect(refused).toEqual(problem ? [{ line: 3, problem }] : []);
		expect(good).toHaveLength(problem ? 1 : 2);
	});

	it('with an id that was there before are not taken, the first is', () => {
		const { rows: good, refused } = rows('id,title,text\n1,a,b\n1,c,d\n');
		expect(good.map((row) => row.title)).toEqual(['a']);
		expect(refused).toEqual([{ line: 3, problem: 'idTwice' }]);
	});
});

describe('columns', () => {
	it.each([
		[['id', 'title', 'text'], {}, { id: [0], title: [1], text: [2], url: [], language: [] }],
		[['Link', ' Beschreibung ', 'TITEL', 'Nr'], {}, { id: [3], title: [2], text: [1], url: [0], language: [] }],
		[['A', 'B', 'C'], { id: 'c', title: 'A', text: ' B ' }, { id: [2], title: [0], text: [1], url: [], language: [] }],
		[['id', 'title', 'name', 'text'], { title: 'name' }, { id: [0], title: [2], text: [3], url: [], language: [] }]
	])('%j are found with %j', (header, asked, places) => expect(placesOf(header, asked)).toMatchObject(places));

	it.each([
		[['title', 'text'], {}, '»id« fehlt'],
		[['id', 'title', 'titel', 'text'], {}, 'Zwei Spalten'],
		[[], {}, 'hat: nichts'],
		[['id', 'title', 'text'], { title: 'Betreff' }, 'keine Spalte »Betreff«']
	])('%j with %j are refused with a sentence', (header, asked, sentence) => {
		expect(() => placesOf(header, asked)).toThrow(BadSheet);
		expect(() => placesOf(header, asked)).toThrow(sentence);
	});
});

describe('proposals exported from Decidim', () => {
	const HEADER = 'id;title/ca;title/de;title/machine_translations/de;body/ca;body/de;url;state;is_amend';
	const read = (...lines: string[]) => {
		const sheet = readSheet(utf8([HEADER, ...lines].join('\n')));
		return readRows(sheet, decidimPlaces(sheet.header, 'de'), { leavesOut: leavesOut(sheet.header) });
	};

	it('are read in the language asked for, else as they were written, never as a machine translated them', () => {
		const { rows: good, refused } = read(
			'7;Casa;Haus;Haus (M);Text ca; Text de ;https://decidim.example/7;accepted;false',
			'8;Casa;;Haus (M);Text ca;;https://decidim.example/8;;false'
		);
		expect(refused).toEqual([]);
		expect(good).toMatchObject([
			{ line: 2, id: '7', title: 'Haus', text: 'Text de', url: 'https://decidim.example/7', language: 'de' },
			{ line: 3, id: '8', title: 'Casa', text: 'Text ca', url: 'https://decidim.example/8', language: 'other' }
		]);
	});

	it('are left where their authors took them back, or where they only change another one', () => {
		const { rows: good, refused } = read('1;;A;;;a;;withdrawn;false', '2;;B;;;b;;;true', '3;;C;;;c;;rejected;false');
		expect(good.map(({ id }) => id)).toEqual(['3']);
		expect(refused.map((one) => [one.line, sentenceOf(one)])).toEqual([
			[2, 'Der Vorschlag wurde zurückgezogen.'],
			[3, 'Das ist ein Änderungsvorschlag zu einem anderen Vorschlag.']
		]);
	});

	it('are none without title and body', () => {
		expect(() => decidimPlaces(['id', 'title/de'], 'de')).toThrow(BadSheet);
	});
});
