import type { Ctx } from '../server/ctx.ts';
import { publicEntries } from '../server/journal/journal.server.ts';
import { FEED, pageOf, tell, TOLD, type Day, type Line } from './chronicle.ts';

/** Enough for sixty busy days, and read in milliseconds. */
const ENTRIES_MOST = 1_000;
const FEED_MOST = 50;

/** A reading of the journal, newest day first. `next`: where the next page begins, or null. */
export async function page(ctx: Ctx, before: string | null): Promise<{ days: Day[]; next: string | null }> {
	const entries = await publicEntries(ctx, { verbs: TOLD, before, limit: ENTRIES_MOST + 1 });
	return pageOf(entries.slice(0, ENTRIES_MOST), entries.length > ENTRIES_MOST);
}

/** The newest results, for the feed. */
export async function feedLines(ctx: Ctx): Promise<Line[]> {
	const entries = await publicEntries(ctx, { verbs: FEED, limit: FEED_MOST });
	return entries.map(tell).filter((line) => line !== null);
}
