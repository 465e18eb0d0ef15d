import { z } from 'zod';
import { fold, searchParts } from '../proposals/lists/searchText.ts';
import { t } from '../texts/texts.ts';

export const ASKED_MAX = 100;

const SECTIONS = ['beitraege', 'kommentare'] as const;
export type Section = (typeof SECTIONS)[number];
const ORDERS = ['best', 'newest'] as const;

/** The search form, from the address. Anything unknown is left out rather than refused. */
export const SearchQuery = z
	.object({
		q: z.string().trim().max(ASKED_MAX).optional().catch(undefined),
		art: z.enum(SECTIONS).optional().catch(undefined),
		reihenfolge: z.enum(ORDERS).default('best').catch('best'),
		nach: z.string().max(80).optional().catch(undefined)
	})
	.transform(({ q = '', art = null, reihenfolge, nach = null }) => ({
		q,
		section: art,
		order: reihenfolge,
		after: nach
	}));
export type SearchAsk = z.output<typeof SearchQuery>;

export const NUMBERED = ['proposal', 'point', 'version', 'call', 'report', 'amendment', 'meeting'] as const;
export type Numbered = (typeof NUMBERED)[number];

const NAMES: Readonly<Record<string, Numbered>> = {
	...{ beitrag: 'proposal', punkt: 'point', strategiepunkt: 'point', aufruf: 'call', projektaufruf: 'call' },
	...{ bericht: 'report', fassung: 'version', treffen: 'meeting', aenderung: 'amendment', vorschlag: 'amendment' },
	aenderungsvorschlag: 'amendment'
};
const FILLER = new Set(['nr', 'nummer', 'no', 'n']);

/** What somebody calls by its number; `kind` null: it may be anything. null: it is no number. */
export interface ByNumber {
	kind: Numbered | null;
	number: number;
}

/** Digits of other scripts as they are typed in their languages: `١٧` is 17. They stand in tens, from 0 on. */
function plainDigits(text: string): string {
	return text.replace(/\p{Nd}/gu, (sign) => {
		let value = 0;
		while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint((sign.codePointAt(0) ?? 0) - value - 1))) value++;
		return String(value);
	});
}

/** Capitals of a Turkish word lose what tells its two i apart. */
const called = (name: string) => fold(name).replaceAll('ı', 'i');

/** By the German word, or as it is called where the one who asks reads. */
function kindCalled(name: string): Numbered | undefined {
	if (Object.hasOwn(NAMES, name)) return NAMES[name];
	return NUMBERED.find((kind) => called(t.search.numbered[kind].split('{')[0] ?? '') === called(name));
}

/** `17`, `#17`, `№ 17`, `Nr.17`, `Beitrag 17`, `Punkt Nr. 3`, and in the language of the page. */
function byNumber(asked: string): ByNumber | null {
	const words = plainDigits(fold(asked))
		.replace(/(?<=\p{L})(?=\d)/gu, ' ')
		.split(' ')
		.filter((word) => word !== '' && !FILLER.has(word));
	const digits = words.at(-1) ?? '';
	if (!/^\d{1,9}$/.test(digits)) return null;
	const name = words.slice(0, -1).join(' ');
	const kind = name === '' ? null : kindCalled(name);
	return kind === undefined ? null : { kind, number: Number(digits) };
}

export interface Understood {
	/** The parts of words that must all occur. */
	parts: string[];
	/** Words that are too short to look for. */
	short: string[];
	number: ByNumber | null;
}

export function understood(asked: string): Understood {
	const words = asked.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean);
	const number = byNumber(asked);
	// What is called by its number is looked for by it: nothing of that was too short.
	const short = number === null ? words.filter((word) => searchParts(word).length === 0) : [];
	return { parts: searchParts(asked), short, number };
}
