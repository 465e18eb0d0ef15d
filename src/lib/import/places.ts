import { fill, t } from '../texts/texts.ts';

const words = () => t.imports.sheet;

const ALIASES = {
	id: [
		...['id', 'nr', 'nummer', 'kennung', 'number', 'lfd nr', 'laufende nummer', 'beitragsnummer', 'beitrags id'],
		...['responseid', 'response id', 'comment id']
	],
	title: ['title', 'titel', 'überschrift', 'ueberschrift', 'betreff', 'name', 'thema', 'headline'],
	text: [
		...['text', 'body', 'beschreibung', 'inhalt', 'beitrag', 'description', 'stellungnahme', 'beitragstext'],
		...['anregung', 'nachricht', 'wortlaut', 'freitext', 'comment body']
	],
	url: ['url', 'link', 'adresse', 'quelle'],
	language: ['language', 'sprache', 'lang', 'locale', 'userlanguage'],
	kind: ['kind', 'art', 'typ', 'type', 'beitragsart', 'art des beitrags'],
	field: [
		...['field', 'handlungsfeld', 'feld', 'themenfeld', 'kategorie', 'category', 'rubrik'],
		...['category name', 'scope name']
	],
	group: ['group', 'gruppe', 'zielgruppe', 'perspektive', 'ich bin', 'beteiligte gruppe'],
	date: [
		...['date', 'datum', 'eingang', 'eingangsdatum', 'eingegangen', 'eingegangen am', 'erstellt', 'erstellt am'],
		...['veröffentlicht am', 'abgegeben am', 'zeitstempel', 'timestamp', 'created at', 'published at', 'submitted'],
		...['date submitted', 'submission date', 'recordeddate', 'enddate', 'tag']
	],
	// "Autor" may be somebody's real name: that is taken only where somebody says so.
	author: ['pseudonym', 'benutzername', 'nutzername', 'username', 'nickname'],
	source: ['source', 'herkunft', 'plattform', 'platform', 'kanal', 'verfahren']
} as const;
export const COLUMNS = [
	...(['id', 'title', 'text', 'kind', 'field', 'group'] as const),
	...(['language', 'date', 'author', 'source', 'url'] as const)
];
export type Column = (typeof COLUMNS)[number];
const NEEDED: readonly Column[] = ['id', 'title', 'text'];

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

/** Which column of the file is meant, by the name it has there or its place; null: none. Not said: by its name. */
export type Asked = Readonly<Partial<Record<Column, string | number | null>>>;

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

const listed = (names: readonly string[]) => names.join(', ') || words().nothing;

/** By the names that were asked for, else by the column's own name or a usual other one. */
export function placesOf(header: readonly string[], asked: Asked = {}, made: Substitutes = NONE): Places {
	const names = header.map(plain);
	const isNeeded = (column: Column) =>
		NEEDED.includes(column) && !(column === 'id' && made.idByLine) && !(column === 'title' && made.titleByWords);
	const place = (column: Column) => {
		const said = asked[column];
		if (said === null || (column === 'id' && made.idByLine)) return [];
		if (typeof said === 'number') return [said];
		return said === undefined ? usual(names, column, isNeeded(column)) : [called(names, said)];
	};
	return forEachColumn(place);
}

/** The same for every column. */
export function forEachColumn<T>(work: (column: Column) => T): Record<Column, T> {
	const [id, title, text] = [work('id'), work('title'), work('text')];
	const [kind, field, group] = [work('kind'), work('field'), work('group')];
	const [language, date, author] = [work('language'), work('date'), work('author')];
	return { id, title, text, kind, field, group, language, date, author, source: work('source'), url: work('url') };
}

function called(names: readonly string[], name: string): number {
	const place = names.indexOf(plain(name));
	if (place < 0) throw new BadSheet(fill(words().asked, { name, names: listed(names) }));
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

function usual(names: readonly string[], column: Column, needed: boolean): number[] {
	const places = named(names, column);
	if (places.length > 1 && NEEDED.includes(column)) {
		const found = listed(places.map((place) => names[place] ?? ''));
		throw new BadSheet(fill(words().two, { column, names: found }));
	}
	return places.length > 0 || !needed ? places : lacking(names, column);
}

/** In the order of the usual names: "veröffentlicht am" says when better than "Tag". */
function named(names: readonly string[], column: Column): number[] {
	return ALIASES[column].flatMap((alias) => names.flatMap((name, place) => (name === alias ? [place] : [])));
}

/** How long the cells of a column are: where nothing is called a text, the longest is one. */
export type Lengths = readonly number[];

/**
 * Which column is meant where nobody has said so: by its name, and the text, which no table is without, by how much
 * stands in it. What is made where there is none: an id of the line, a heading of the first words.
 */
export function guessPlaces(header: readonly string[], lengths: Lengths, asked: Asked = {}): Places {
	const names = header.map(plain);
	const taken = new Set(Object.values(asked).filter((place) => typeof place === 'number'));
	const places = forEachColumn((column) => {
		const said = asked[column];
		if (said !== undefined) return typeof said === 'number' ? [said] : [];
		const free = named(names, column).filter((place) => !taken.has(place));
		const found = NEEDED.includes(column) ? free.slice(0, 1) : free;
		for (const place of found) taken.add(place);
		return found;
	});
	const longest = header.map((_, place) => place).filter((place) => !taken.has(place));
	longest.sort((one, other) => (lengths[other] ?? 0) - (lengths[one] ?? 0));
	const isText = (place: number) => (lengths[place] ?? 0) >= (places.title.length > 0 ? SENTENCE : 1);
	const text = places.text.length > 0 || asked.text !== undefined ? places.text : longest.slice(0, 1).filter(isText);
	return { ...places, text };
}

/** Shorter than this, on average, is no text beside a heading. */
const SENTENCE = 15;

/** How many of these cells are the usual name of a column. */
export function countNamed(cells: readonly string[]): number {
	const names = cells.map(plain);
	return COLUMNS.filter((column) => named(names, column).length > 0).length;
}

export function lacking(names: readonly string[], column: Column): never {
	const way = column === 'id' || column === 'title' ? ` ${words().ways[column]}` : '';
	throw new BadSheet(fill(words().missing, { column, aliases: listed(ALIASES[column]), names: listed(names) }) + way);
}
