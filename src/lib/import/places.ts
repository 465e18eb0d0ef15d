import { fill, t } from '../texts/texts.ts';

const words = t.imports.sheet;

const ALIASES = {
	id: ['id', 'nr', 'nummer', 'kennung', 'number'],
	title: ['title', 'titel', 'überschrift', 'betreff', 'name'],
	text: ['text', 'body', 'beschreibung', 'inhalt', 'beitrag', 'description'],
	url: ['url', 'link', 'adresse', 'quelle'],
	language: ['language', 'sprache', 'lang', 'locale']
} as const;
export const COLUMNS = ['id', 'title', 'text', 'url', 'language'] as const;
export type Column = (typeof COLUMNS)[number];
const OPTIONAL: readonly Column[] = ['url', 'language'];

/** Where each column stands. Several places: the first that is filled counts. None: the file has no such column. */
export type Places = Readonly<Record<Column, readonly number[]>>;

/** Which column of the file is meant, by the name it has there. */
export type Asked = Readonly<Partial<Record<Column, string>>>;

/** Thrown when the file as a whole is not what we can read; the message is for the one who imports. */
export class BadSheet extends Error {}

const plain = (name: string) =>
	name
		.replace(/^\uFEFF/, '')
		.trim()
		.toLowerCase();

const listed = (names: readonly string[]) => names.join(', ') || words.nothing;

/** By the names that were asked for, else by the column's own name or a usual other one. */
export function placesOf(header: readonly string[], asked: Asked = {}): Places {
	const names = header.map(plain);
	const place = (column: Column) => {
		const name = asked[column];
		return name === undefined ? usual(names, column) : [called(names, name)];
	};
	const written = { id: place('id'), title: place('title'), text: place('text') };
	return { ...written, url: place('url'), language: place('language') };
}

function called(names: readonly string[], name: string): number {
	const place = names.indexOf(plain(name));
	if (place < 0) throw new BadSheet(fill(words.asked, { name, names: listed(names) }));
	return place;
}

function usual(names: readonly string[], column: Column): number[] {
	const places = names.flatMap((name, place) => (ALIASES[column].some((alias) => alias === name) ? [place] : []));
	if (places.length > 1) {
		throw new BadSheet(fill(words.two, { column, names: listed(places.map((place) => names[place] ?? '')) }));
	}
	return places.length > 0 || OPTIONAL.includes(column) ? places : lacking(names, column);
}

export function lacking(names: readonly string[], column: Column): never {
	throw new BadSheet(fill(words.missing, { column, aliases: listed(ALIASES[column]), names: listed(names) }));
}
