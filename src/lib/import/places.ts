import { fill, t } from '../texts/texts.ts';

const words = t.imports.sheet;

const ALIASES = {
	id: ['id', 'nr', 'nummer', 'kennung', 'number', 'lfd nr', 'laufende nummer', 'beitragsnummer', 'beitrags id'],
	title: ['title', 'titel', 'überschrift', 'ueberschrift', 'betreff', 'name', 'thema', 'headline'],
	text: [
		...['text', 'body', 'beschreibung', 'inhalt', 'beitrag', 'description', 'stellungnahme', 'beitragstext'],
		...['anregung', 'nachricht', 'wortlaut', 'freitext']
	],
	url: ['url', 'link', 'adresse', 'quelle'],
	language: ['language', 'sprache', 'lang', 'locale']
} as const;
export const COLUMNS = ['id', 'title', 'text', 'url', 'language'] as const;
export type Column = (typeof COLUMNS)[number];
const OPTIONAL: readonly Column[] = ['url', 'language'];

/** Where each column stands. Several places: the first that is filled counts. None: the file has no such column. */
export type Places = Readonly<Record<Column, readonly number[]>> & {
	/** In which language what stands there is written, where the columns say so. */
	readonly languages?: ReadonlyMap<number, string>;
};

/** What can be made where the file has no such column: the number of the line, the first words of the text. */
export interface Substitutes {
	idByLine: boolean;
	titleByWords: boolean;
}
const NONE: Substitutes = { idByLine: false, titleByWords: false };

/** Which column of the file is meant, by the name it has there. */
export type Asked = Readonly<Partial<Record<Column, string>>>;

/** Thrown when the file as a whole is not what we can read; the message is for the one who imports. */
export class BadSheet extends Error {}

/** How people vary a name: marks of order, stars of what must be filled in, hints in brackets, blanks of every kind. */
export function plain(name: string): string {
	const whole = name
		.normalize('NFKC')
		.replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
		.toLowerCase();
	const bare = whole
		.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ')
		.replace(/[\s*:.#"'_-]+/g, ' ')
		.trim();
	return bare === '' ? whole.trim() : bare;
}

const listed = (names: readonly string[]) => names.join(', ') || words.nothing;

/** By the names that were asked for, else by the column's own name or a usual other one. */
export function placesOf(header: readonly string[], asked: Asked = {}, made: Substitutes = NONE): Places {
	const names = header.map(plain);
	const unneeded = (column: Column) =>
		OPTIONAL.includes(column) || (column === 'id' && made.idByLine) || (column === 'title' && made.titleByWords);
	const place = (column: Column) => {
		if (column === 'id' && made.idByLine) return [];
		const name = asked[column];
		return name === undefined ? usual(names, column, unneeded(column)) : [called(names, name)];
	};
	const written = { id: place('id'), title: place('title'), text: place('text') };
	return { ...written, url: place('url'), language: place('language') };
}

function called(names: readonly string[], name: string): number {
	const place = names.indexOf(plain(name));
	if (place < 0) throw new BadSheet(fill(words.asked, { name, names: listed(names) }));
	return place;
}

/** Whether these cells can be the names of the columns, and not a title above them. */
export function isHeader(cells: readonly string[], asked: Asked = {}, made: Substitutes = NONE): boolean {
	try {
		placesOf(cells, asked, made);
		return true;
	} catch {
		return false;
	}
}

function usual(names: readonly string[], column: Column, unneeded: boolean): number[] {
	const places = names.flatMap((name, place) => (ALIASES[column].some((alias) => alias === name) ? [place] : []));
	if (places.length > 1) {
		throw new BadSheet(fill(words.two, { column, names: listed(places.map((place) => names[place] ?? '')) }));
	}
	return places.length > 0 || unneeded ? places : lacking(names, column);
}

export function lacking(names: readonly string[], column: Column): never {
	const way = column === 'id' || column === 'title' ? ` ${words.ways[column]}` : '';
	throw new BadSheet(fill(words.missing, { column, aliases: listed(ALIASES[column]), names: listed(names) }) + way);
}
