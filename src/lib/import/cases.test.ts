import { describe, expect, it } from 'vitest';
import { csv } from '../csv.ts';
import { planImport, type ImportOptions } from './plan.ts';

const PLAIN: ImportOptions = {
	...{ what: 'contributions', columns: {}, language: null, encoding: null, headerLine: null, worksheet: null },
	...{ idByLine: false, titleByWords: false }
};
const plan = (file: string | Uint8Array, options: Partial<ImportOptions> = {}) =>
	planImport(typeof file === 'string' ? Buffer.from(file) : file, { ...PLAIN, ...options });
const decidim = (...lines: string[]) => plan(lines.join('\n'), { what: 'decidim' });
const refusedOf = ({ refused }: ReturnType<typeof plan>) => refused.map(({ line, problem }) => [line, problem]);
const idsOf = ({ rows }: ReturnType<typeof plan>) => rows.map(({ id }) => id);

const HEAD = 'id;titel;text';

describe('a row at fault is refused once, with its own line, and no other', () => {
	it.each([
		['begins with a quoted word', '1;"Kita" zuerst;x', 2],
		['has quotes in the middle', '1;Die "Kita" zuerst;x', 2],
		['never closes its quote', '1;Eins;"kein Ende', 2],
		['ends with a single quote', '1;Eins;fünf Zoll 5"', 2],
		['has a quote in the last cell', '1;"Eins";"a"b', 2]
	])('%s', (_, line, at) => {
		const found = plan([HEAD, line, '2;Zwei;b', '3;"Drei";"c; d"', '4;Vier;"e\nf"', '5;Fünf;g'].join('\n'));
		expect(refusedOf(found)).toEqual([[at, 'unreadable']]);
		expect(idsOf(found)).toEqual(['2', '3', '4', '5']);
		expect(found.rows.map((row) => row.line)).toEqual([3, 4, 5, 7]);
	});

	it('also where another row’s mark seems to close it', () => {
		const found = plan(
			[HEAD, '1;Eins;"offen', '2;Zwei;b', '3;Drei;c', '4;Vier;d', '5;Fünf;"e"', '6;Sechs;f'].join('\n')
		);
		expect(refusedOf(found)).toEqual([[2, 'unreadable']]);
		expect(idsOf(found)).toEqual(['2', '3', '4', '5', '6']);
		const closed = plan([HEAD, '1;Eins;"offen', '2;Zwei;b', '3;Drei;c', '4;Vier;d"', '5;Fünf;e'].join('\n'));
		expect(closed.rows.map(({ id }) => id)).toContain('3');
	});

	it('and the lines that belong to no row are named', () => {
		const found = plan([HEAD, '1;Eins;"Er sagte', '"Nein" und', 'ging"', '2;Zwei;b'].join('\n'));
		expect(found.refused).toEqual([
			{ line: 2, problem: 'unreadable' },
			{ line: 3, problem: 'unread', name: '4' }
		]);
		expect(idsOf(found)).toEqual(['2']);
	});

	it('a text of several lines that holds separators is one text', () => {
		const found = plan([HEAD, '1;Eins;"Wir brauchen:', 'Brot; Milch; Zeit', 'und Ruhe"', '2;Zwei;b'].join('\n'));
		expect([idsOf(found), found.refused]).toEqual([['1', '2'], []]);
	});

	it('twenty thousand of them are told in a moment', () => {
		const began = performance.now();
		const lines = Array.from({ length: 20_000 }, (_, at) => `${at};"a" b;"c`);
		expect(plan([HEAD, ...lines].join('\n')).refused).toHaveLength(20_000);
		expect(performance.now() - began).toBeLessThan(5_000);
	});

	it.each(['\n', '\r\n', '\r'])('with lines that end in %j, or in others', (end) => {
		const found = plan(`${HEAD}\n1;Eins;a${end}2;;b${end}3;Drei;c`);
		expect(refusedOf(found)).toEqual([[3, 'titleMissing']]);
		expect(found.rows.map(({ text }) => text)).toEqual(['a', 'c']);
	});
});

/** The bytes of a text in an old encoding, made by turning the decoder round. */
function encoded(text: string, encoding: string): Uint8Array {
	const bytes = Array.from({ length: 256 }, (_, byte) => byte);
	const back = new Map(bytes.map((byte) => [new TextDecoder(encoding).decode(Uint8Array.of(byte)), byte]));
	return Uint8Array.from([...text], (sign) => back.get(sign) ?? 0x3f);
}

const GERMAN =
	'id;titel;text\n1;Straße für Fußgänger;Größere Gärten, schöne Höfe – „überall“!\n2;Ämter öffnen;Übermüdete Ärzte';
const dos = (text: string) => Uint8Array.from([...text], (sign) => DOS[sign] ?? sign.charCodeAt(0));
const DOS: Readonly<Record<string, number>> = { ...{ ä: 0x84, ö: 0x94, ü: 0x81, Ä: 0x8e, Ö: 0x99, Ü: 0x9a, ß: 0xe1 } };

describe('an encoding is right, or asked for', () => {
	const simple = GERMAN.replace(/[–„“]/g, '-');
	it.each([
		['Windows', encoded(GERMAN, 'windows-1252'), 'windows-1252', GERMAN],
		['an old Mac', encoded(GERMAN, 'macintosh'), 'macintosh', GERMAN],
		['DOS', dos(simple), 'cp850', simple],
		['UTF-16 without a mark', Buffer.from(GERMAN, 'utf16le'), 'utf-16le', GERMAN],
		['UTF-16 the other way round', Buffer.from(GERMAN, 'utf16le').swap16(), 'utf-16be', GERMAN],
		[
			'UTF-8 taken for Windows',
			Buffer.from(new TextDecoder('windows-1252').decode(Buffer.from(GERMAN))),
			'utf-8',
			GERMAN
		]
	])('%s', (_, bytes, encoding, text) => {
		const found = plan(bytes);
		expect(found.sheet.encoding).toBe(encoding);
		expect(found.doubtful).toBe(false);
		expect(found.rows.map((row) => `${row.id};${row.title};${row.text}`)).toEqual(text.split('\n').slice(1));
	});

	it('words in quotes at the end of a line are not taken for a mistake', () => {
		expect(plan(`${HEAD}\n1;„Spaß“;das „Menü“ und „MENÜ“ … Ã wie Ãgypten`).rows[0]?.text).toContain('„MENÜ“ … Ã wie');
	});

	it.each([
		['Russian of an older Windows', encoded(`${HEAD}\n1;Привет;Как дела, жильё дорогое`, 'windows-1251')],
		['letters lost before', Buffer.from(`${HEAD}\n1;M\uFFFDtter;x`)],
		['letters broken before', Buffer.from(`${HEAD}\n1;MŸtter;fŸr alle`)]
	])('is asked for: %s', (_, bytes) => expect(plan(bytes).doubtful).toBe(true));

	it('that was said is taken', () => {
		const russian = encoded(`${HEAD}\n1;Привет;Как дела`, 'windows-1251');
		const found = plan(russian, { encoding: 'windows-1251' });
		expect([found.doubtful, found.rows[0]?.title]).toEqual([false, 'Привет']);
	});
});

describe('columns', () => {
	it.each([
		['decomposed umlauts', 'Nr;Überschrift;Beitrag'.normalize('NFD'), {}],
		['stars, dots, blanks that do not break, hints', 'Nr.;Titel\u00a0*;"Beschreibung (max. 500 Zeichen)"', {}],
		['a mark and capitals', '\uFEFF"ID";"TITEL:";"Text"', {}],
		['a title above', 'Auswertung 2026;;\nStand: heute;;\n;;\nNr;Titel;Text', {}],
		['where it was said', 'id;titel;text\nNr;Titel;Text', { headerLine: 2 }]
	])('are found: %s', (_, head, options) => {
		expect(plan(`${head}\n7;Müll;ab`, options).rows).toMatchObject([{ id: '7', title: 'Müll', text: 'ab' }]);
	});

	it.each(['|', '\t', ',', ';'])('parted by %j are found', (sign) => {
		const found = plan(['id', 'titel', 'text'].join(sign) + `\n1${sign}Eins${sign}"a, b; c | d"`);
		expect(found.rows).toMatchObject([{ title: 'Eins', text: 'a, b; c | d' }]);
	});

	it('that are missing can be made of the line and the first words, if one says so', () => {
		expect(() => plan('Stellungnahme\nMehr Bänke')).toThrow('--id line');
		const found = plan('Stellungnahme;Ort\nMehr Bänke im Park;Süd\nUnd Bäume;Nord', {
			idByLine: true,
			titleByWords: true
		});
		expect(found.rows).toMatchObject([
			{ id: '2', title: 'Mehr Bänke im Park', text: 'Mehr Bänke im Park' },
			{ id: '3', title: 'Und Bäume' }
		]);
	});

	it('a heading is one line, and white space is none', () => {
		const found = plan(`${HEAD}\n1;"Mehr\nBusse ";x\n2;"\t ";y`);
		expect([found.rows.map(({ title }) => title), refusedOf(found)]).toEqual([['Mehr Busse'], [[4, 'titleMissing']]]);
	});
});

describe('Decidim', () => {
	const HEADER = 'id;title/de;body/de;state;is_amend;withdrawn_at;hidden';
	it.each([
		['Withdrawn;false;;', 'withdrawn'],
		['ZURÜCKGEZOGEN;;;', 'withdrawn'],
		[';WAHR;;', 'amendment'],
		[';True;;', 'amendment'],
		[';1;;', 'amendment'],
		[';falsch;2026-01-01 10:00;', 'withdrawn'],
		[';;;ja', 'hidden'],
		['accepted;FALSCH;;nein', null],
		['rejected;0;;FALSE', null]
	])('%s: %s', (cells, problem) => {
		expect(refusedOf(decidim(HEADER, `1;A;a;${cells}`))).toEqual(problem ? [[2, problem]] : []);
	});

	it.each([
		['title/fr;body/fr', null, 'fr'],
		['title/uk;body/uk', null, 'uk'],
		['title/ca;body/ca', null, 'other'],
		['title/de;body/de', null, 'de']
	])('%s is in its language', (head, language, said) => {
		const found = plan(`id;${head}\n1;Un;Deux`, { what: 'decidim', language });
		expect(found.rows[0]?.language).toBe(said);
	});

	it('the language asked for comes first, also one without a name here', () => {
		const both = 'id;title/de;title/ca;body/de;body/ca\n1;Haus;Casa;a;b';
		const found = plan(both, { what: 'decidim', language: 'other', firstLanguage: 'ca' });
		expect(found.rows).toMatchObject([{ title: 'Casa', text: 'b', language: 'other' }]);
		expect(plan(both, { what: 'decidim' }).rows).toMatchObject([{ title: 'Haus', language: 'de' }]);
	});

	it('other tables are in the language that is said, row by row or for all', () => {
		expect(plan(`${HEAD}\n1;Un;Deux`, { language: 'fr' }).rows[0]?.language).toBe('fr');
		expect(plan(`${HEAD};Sprache\n1;Un;Deux;tr`, { language: 'fr' }).rows[0]?.language).toBe('tr');
	});
});

describe('HTML', () => {
	it.each([
		['<p>Für <em>alle</em></p><ol><li>eins</li><li>zwei</li></ol>', 'Für alle\n\n1. eins\n2. zwei'],
		['Wasser &amp; Brot', 'Wasser & Brot'],
		['oben<br/>unten&nbsp;hier', 'oben\nunten hier'],
		['<a href=""https://x.example/a"">Plan</a>', 'Plan (https://x.example/a)'],
		['&lt;p&gt;doppelt &amp;auml;&lt;/p&gt;', 'doppelt ä'],
		['<p>weniger als <Name> und 3 < 5</p>', 'weniger als <Name> und 3 < 5']
	])('%s becomes words', (html, text) => {
		const found = plan(`${HEAD}\n1;Eins;"${html}"`);
		expect([found.rows[0]?.text, found.html]).toEqual([text, 1]);
		expect(found.rows[0]?.original?.text).toBe(html.replaceAll('""', '"'));
	});

	it('is not seen where there is none', () => {
		expect(plan(`${HEAD}\n1;3 < 5;<Name der Stelle> & Co; R&D;`.replace('Co; R&D;', 'Co')).html).toBe(0);
	});
});

it('a table of ours comes back as it was: the apostrophe that protects a cell is taken off', () => {
	const words = ['-5 Euro weniger', '=1+1', "'n Haus", '+49', 'normal'];
	const table = csv(
		['id', 'titel', 'text'],
		words.map((text, at) => [at + 1, text, text])
	);
	expect(plan(table).rows.map(({ title }) => title)).toEqual(words);
});
