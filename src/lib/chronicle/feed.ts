import type { FeedLine } from './atom.ts';

/** Entries on one page of the feed; more stand on the pages behind it (RFC 5005). */
export const FEED_PAGE = 50;

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

export const placeOf = ({ at, rank, key }: Place) => [at, rank, key].join('~');

const PLACE = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~([012])~(\d{1,9}|[\da-f-]{36})$/;

/** null: the address names no place of ours; the feed then begins at its beginning. */
export function readPlace(text: string | null): Place | null {
	const [, at, rank, key] = PLACE.exec(text ?? '') ?? [];
	if (at === undefined || rank === undefined || key === undefined || Number.isNaN(Date.parse(at))) return null;
	// Only milestones have long names.
	return (rank === '2') === key.includes('-') ? { at, rank: Number(rank), key } : null;
}
