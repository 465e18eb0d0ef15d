import { z } from 'zod';
import { fold, searchParts } from '../proposals/fold.ts';

export const ASKED_MOST = 100;

export const SECTIONS = ['beitraege', 'kommentare'] as const;
export type Section = (typeof SECTIONS)[number];
export const ORDERS = ['best', 'newest'] as const;

/** The search form, from the address. Anything unknown is left out rather than refused. */
export const SearchQuery = z
	.object({
		q: z.string().trim().max(ASKED_MOST).optional().catch(undefined),
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

export const NUMBERED = ['proposal', 'point', 'call', 'report', 'version', 'amendment', 'meeting'] as const;
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

/** `17`, `#17`, `Nr. 17`, `Beitrag 17`, `Punkt Nr. 3`. */
export function byNumber(asked: string): ByNumber | null {
	const words = fold(asked)
		.split(' ')
		.filter((word) => word !== '' && !FILLER.has(word));
	const [first = '', second] = words;
	if (words.length === 1 && /^\d{1,9}$/.test(first)) return { kind: null, number: Number(first) };
	const kind = Object.hasOwn(NAMES, first) ? NAMES[first] : undefined;
	if (words.length !== 2 || kind === undefined || !/^\d{1,9}$/.test(second ?? '')) return null;
	return { kind, number: Number(second) };
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
	return { parts: searchParts(asked), short: words.filter((word) => searchParts(word).length === 0), number };
}
