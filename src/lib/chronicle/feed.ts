import { z } from 'zod';
import { cursor, instant } from '../cursor.ts';
import type { FeedLine } from './atom.ts';

/** Entries on one page of the feed; more stand on the pages behind it (RFC 5005). */
export const FEED_PAGE = 50;

/** Milestones are older than what is said of them, and contributions come last: so far apart that none is lost. */
export const RANK = { milestone: 2, meeting: 1, contribution: 0 } as const;

/** Where a page ended: the moment, what kind of thing it was, and which of them. */
export interface Place {
	at: string;
	rank: number;
	key: string;
}

/** An entry with its place. Within a moment the higher rank comes first. */
export type Ranked = Place & { line: FeedLine };

/** Of one kind, those before a moment, and of those in it: none, all, or those before this one. */
export interface Bound {
	at: string;
	key: string;
}

export function bound(place: Place | null, rank: number): Bound | null {
	if (place === null) return null;
	if (rank === place.rank) return { at: place.at, key: place.key };
	return { at: place.at, key: rank > place.rank ? 'none' : 'all' };
}

const isNumber = (key: string) => /^\d+$/.test(key);

function keyOrder(a: string, b: string): number {
	if (isNumber(a) && isNumber(b)) return Number(b) - Number(a);
	return a < b ? 1 : a > b ? -1 : 0;
}

/** Newest first. */
export function sorted(entries: readonly Ranked[]): Ranked[] {
	return [...entries].sort((a, b) => {
		if (a.at !== b.at) return a.at < b.at ? 1 : -1;
		return b.rank - a.rank || keyOrder(a.key, b.key);
	});
}

const FeedPlace = cursor({
	at: instant,
	rank: z.enum(['0', '1', '2']).transform(Number),
	key: z.string().regex(/^(\d{1,9}|[\da-f-]{36})$/)
});

export const placeOf = FeedPlace.write;

/** null: the address names no place of ours; the feed then begins at its beginning. */
export function readPlace(text: string | null): Place | null {
	const place = FeedPlace.read(text);
	// Only milestones have long names.
	return place && (place.rank === RANK.milestone) === place.key.includes('-') ? place : null;
}
