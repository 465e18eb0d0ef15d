import { resealed, type Texts } from '../strategy/mutations.ts';

/** Changes of one file by itself, and what is said. */
export const set = (name: string, change: (text: string) => string) => (files: Texts) =>
	new Map(files).set(name, change(files.get(name) ?? ''));
const without = (name: string) => (files: Texts) => new Map([...files].filter(([one]) => one !== name));
export const description = (change: (it: Record<string, unknown>) => void) =>
	set('datapackage.json', (text) => {
		const it = JSON.parse(text);
		change(it);
		return JSON.stringify(it, null, '\t');
	});

/** What is done to an edition, and what is said of it. */
export const DAMAGED: readonly [string, (files: Texts) => Texts, string][] = [
	['that is missing', without('ergebnisse.csv'), 'ergebnisse.csv fehlt.'],
	['the other form of a table', without('punkte.json'), 'punkte.json fehlt.'],
	['a file too many', (files) => new Map(files).set('mehr.csv', 'a;b'), 'mehr.csv gehört nicht zu dieser Ausgabe'],
	['a catalogue', (files) => new Map(files).set('catalog.jsonld', '{}'), 'catalog.jsonld gehört nicht'],
	['cut off', set('beitraege.json', (text) => text.slice(0, 400)), 'beitraege.json ist nicht lesbar'],
	['a table cut off', set('beitraege.csv', (text) => text.slice(0, 400)), 'beitraege.csv hat'],
	['the description', without('datapackage.json'), 'datapackage.json fehlt'],
	[
		'a table that calls itself another',
		(files) => resealed(set('vorrang.json', (text) => text.replace('"vorrang"', '"anders"'))(files)),
		'vorrang.json nennt sich selbst »anders«.'
	],
	[
		'a number as words',
		(files) => resealed(set('ergebnisse.json', (text) => text.replace(/"stimmen":(\d+)/, '"stimmen":"$1"'))(files)),
		'Unter »stimmen« steht etwas, das nicht in diese Spalte gehört.'
	],
	[
		'a key too many',
		(files) => resealed(set('punkte.json', (text) => text.replace('{"punkt"', '{"mehr":1,"punkt"'))(files)),
		'hat andere Spalten'
	],
	[
		'a row that is none',
		(files) => resealed(set('punkte.json', (text) => text.replace('\n]}', ',\n7\n]}'))(files)),
		'punkte: 1 Zeilen sind gar keine.'
	],
	[
		'a key twice',
		(files) => resealed(set('punkte.json', (text) => text.replace('{"punkt"', '{"punkt":1,"punkt"'))(files)),
		'punkte.json ist anders geschrieben'
	],
	[
		'white space',
		(files) => resealed(set('punkte.json', (text) => text.replace('":', '": '))(files)),
		'punkte.json ist anders geschrieben'
	],
	[
		'quotation marks nobody needs',
		(files) => resealed(set('fassungen.csv', (text) => text.replace(/;draft;/, ';"draft";'))(files)),
		'fassungen.csv ist anders geschrieben'
	],
	['the licence', description((it) => (it.licenses = [{ name: 'x', path: 'y', title: 'z' }])), 'eine andere Lizenz'],
	['the number of the edition', description((it) => (it.version = 'neu')), 'Die Nummer der Ausgabe'],
	['the form', description((it) => (it.format = 1)), 'kennt Ausgaben der Form 2'],
	['something in the description', description((it) => (it.mehr = 1)), 'das nicht dazugehört'],
	[
		'a column in the description',
		set('datapackage.json', (text) =>
			text.replace('"name": "punkt",\n\t\t\t\t\t\t"type": "integer"', '"name": "punkt",\n\t\t\t\t\t\t"type": "string"')
		),
		'Die Spalte »punkt« ist falsch beschrieben.'
	]
];
