import { german, type Catalogue } from './catalogue.ts';
import type { Words } from './current.ts';
import type { Locale } from './locales/locale.ts';
import { parsePage, type FixedPage, type Pages } from './pages/page.ts';

/** `votes.sheet.title`; a fixed page: `page:hilfe`, in easy words `page:leicht/hilfe`, a chapter of the handbook `page:handbuch/helfen`. */
export type TextKey = string;

/** What the words of a process are made of. */
export interface Sources {
	locale: Locale;
	pages: Pages;
	/** What the operator says in place of ours. */
	overrides: ReadonlyMap<TextKey, string>;
	/** What the process calls things: the word for `{-committee}` or `{-committee.genitive}`; null: there is none. */
	term(reference: string): string | null;
}

/** Not words: the same in every language, and nobody may say something else in their place. */
const STRUCTURE = ['href', 'id'];
const PAGE = 'page:';
/** Where the address of a page begins, by kind. */
const FOLDERS = { fixed: '', easy: 'leicht/', handbook: 'handbuch/' } as const satisfies Record<keyof Pages, string>;
const KINDS = ['fixed', 'easy', 'handbook'] as const satisfies readonly (keyof Pages)[];

/** Whatever runs through a catalogue: a text for each sentence, everything else as it is. */
function mapped(value: unknown, path: string, text: (key: TextKey, sentence: string) => string): unknown {
	if (typeof value === 'string') return STRUCTURE.includes(nameOf(path)) ? value : text(path, value);
	if (Array.isArray(value)) return value.map((one, place) => mapped(one, `${path}.${place}`, text));
	if (value === null || typeof value !== 'object') return value;
	const entries = Object.entries(value);
	return Object.fromEntries(entries.map(([key, one]) => [key, mapped(one, path ? `${path}.${key}` : key, text)]));
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('.') + 1);

/** What `mapped` returns has the shape of what it was given. */
const isCatalogue = (value: unknown): value is Catalogue => typeof value === 'object' && value !== null;

/** Every sentence and every fixed page of the source, in the order of the catalogues. */
export function sourceTexts(pages: Pages): Map<TextKey, string> {
	const found = new Map<TextKey, string>();
	mapped(german, '', (key, sentence) => {
		found.set(key, sentence);
		return sentence;
	});
	return new Map([...found, ...pageTexts(pages)]);
}

/** Every fixed page by its key. */
export const pageTexts = (pages: Pages): Map<TextKey, string> =>
	new Map(
		KINDS.flatMap((kind) =>
			Object.entries(pages[kind]).map(([address, page]) => [PAGE + FOLDERS[kind] + address, pageText(page)] as const)
		)
	);

/**
 * What a room of another language says, by key. Entries of a list belong to those of German by where they lead (`href`, `id`):
 * one may have come in between since. A list of sentences of another length says nothing.
 */
export function sentencesIn(room: string, content: unknown): Map<TextKey, string> {
	const source: unknown = Reflect.get(german, room);
	return new Map(source === undefined ? [[room, '']] : said(source, content, room));
}

function said(source: unknown, other: unknown, path: string): [TextKey, string][] {
	if (typeof other === 'string') return STRUCTURE.includes(nameOf(path)) ? [] : [[path, other]];
	if (!isRecord(other)) return [];
	if (!Array.isArray(source) || !Array.isArray(other))
		return Object.entries(other).flatMap(([key, one]) =>
			said(isRecord(source) ? source[key] : undefined, one, `${path}.${key}`)
		);
	const led = source.some((one) => leadsTo(one) !== undefined);
	if (!led && source.length !== other.length) return [];
	return source.flatMap((one: unknown, place) => {
		const match: unknown = led ? other.find((entry) => leadsTo(entry) === leadsTo(one)) : other[place];
		return said(one, match, `${path}.${place}`);
	});
}

/** The handbook is for the team, which reads German or English; names of fields are no words. */
export const isTranslatable = (key: TextKey): boolean =>
	!key.startsWith(PAGE + FOLDERS.handbook) && !key.startsWith('fields.choices.');

/** A room as its file holds it, with these texts. undefined: it has none of them. A list of sentences is whole or not there. */
export function translatedRoom(room: string, texts: ReadonlyMap<TextKey, string>): unknown {
	return translated(Reflect.get(german, room), room, texts);
}

function translated(source: unknown, path: string, texts: ReadonlyMap<TextKey, string>): unknown {
	if (typeof source === 'string') return texts.get(path);
	if (Array.isArray(source)) {
		const entries = source.map((one, place) => translated(one, `${path}.${place}`, texts));
		const there = entries.filter((one) => one !== undefined);
		const led = source.some((one) => leadsTo(one) !== undefined);
		return there.length > 0 && (led || there.length === source.length) ? there : undefined;
	}
	if (!isRecord(source)) return undefined;
	const entries = Object.entries(source).map(([key, one]) => [key, translated(one, `${path}.${key}`, texts)] as const);
	const there = entries.filter(([, one]) => one !== undefined);
	if (there.length === 0) return undefined;
	const structure = Object.entries(source).filter(([key]) => STRUCTURE.includes(key));
	return Object.fromEntries([...structure, ...there]);
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const leadsTo = (entry: unknown) => (isRecord(entry) ? (entry.href ?? entry.id) : undefined);

/** A page as the file it came from. */
function pageText({ title, lead, body, review }: FixedPage): string {
	const reviewed = review ? `\nreviewedBy: ${review.by}\nreviewedOn: ${review.on}` : '';
	return `---\ntitle: ${title}\nlead: ${lead}${reviewed}\n---\n\n${body.trim()}\n`;
}

const TERM = /\{-([\w.]+)\}/g;

/** Terms of the process stand in sentences as `{-committee.genitive}`; `{-Committee.genitive}` begins a sentence. */
export function withTerms(sentence: string, term: Sources['term']): string {
	if (!sentence.includes('{-')) return sentence;
	return sentence.replace(TERM, (gap, reference: string) => {
		const small = reference.charAt(0).toLowerCase() + reference.slice(1);
		const word = term(small);
		if (word === null) return gap;
		return small === reference ? word : word.charAt(0).toUpperCase() + word.slice(1);
	});
}

/** Terms are put in before a sentence is read as a message. */
export const withoutTerms = (sentence: string): string => sentence.replace(TERM, '');

/** The terms a text names that no profile knows. */
export const unknownTerms = (text: string, term: Sources['term']): string[] =>
	[...withTerms(text, term).matchAll(TERM)].map(([gap]) => gap);

/** The words in which the process speaks: ours, with the operator's in their place and its terms put in. */
export function wordsFrom({ locale, pages, overrides, term }: Sources): Words {
	const said = (key: TextKey, text: string) => withTerms(overrides.get(key) ?? text, term);
	const catalogue = mapped(german, '', said);
	if (!isCatalogue(catalogue)) throw new Error('a catalogue lost its shape');
	const spoken = (kind: keyof Pages) =>
		Object.fromEntries(
			Object.entries(pages[kind]).map(([address, one]) => [
				address,
				parsePage(said(PAGE + FOLDERS[kind] + address, pageText(one)))
			])
		);
	const pagesSaid = { fixed: spoken('fixed'), easy: spoken('easy'), handbook: spoken('handbook') };
	return { locale, catalogue, pages: pagesSaid };
}
