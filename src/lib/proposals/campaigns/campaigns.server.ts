import type { Ctx } from '../../server/ctx.ts';
import { CAMPAIGN_MIN } from './nearCopies.ts';
import * as store from './store.server.ts';

type Row = Awaited<ReturnType<typeof store.campaigns>>[number];

export type CampaignRow = Omit<Row, 'number' | Counted> & { number: number } & Record<Counted, number>;
type Counted = 'texts' | 'people' | 'waiting' | 'published' | 'toPlace' | 'unanswered';

/** Says nothing about who may see them. `open`: as far as their texts are public. */
export async function campaigns(ctx: Ctx, consultationId: string, open: boolean): Promise<CampaignRow[]> {
	return (await store.campaigns(ctx.db, consultationId, null, open)).map(read);
}

/** The one this contribution belongs to; null: to none. `open`: as far as its texts are public. */
export async function campaignOf(
	ctx: Ctx,
	consultationId: string,
	number: number,
	open: boolean
): Promise<CampaignRow | null> {
	const member = await store.firstOf(ctx.db, consultationId, number, open);
	if (!member) return null;
	const [row] = await store.campaigns(ctx.db, consultationId, member.firstId, open);
	return row ? read(row) : null;
}

/** PostgreSQL counts in texts. */
function read(row: Row): CampaignRow {
	return {
		...row,
		number: row.number ?? 0,
		texts: Number(row.texts),
		people: Number(row.people),
		waiting: Number(row.waiting),
		published: Number(row.published),
		toPlace: Number(row.toPlace),
		unanswered: Number(row.unanswered)
	};
}

/** Of its published texts what changes with them, without the texts: for telling whether they are still the same. */
export async function publishedMarks(ctx: Ctx, consultationId: string, firstId: string, upTo?: number) {
	return store.publishedMarks(ctx.db, consultationId, firstId, upTo);
}

/** Its texts, by number. */
export async function members(ctx: Ctx, consultationId: string, asked: store.MembersAsked) {
	return store.membersOf(ctx.db, consultationId, asked);
}

/** How many texts of campaigns wait for screening. They stand apart in the inbox. */
export async function countWaitingTogether(ctx: Ctx): Promise<number> {
	return store.countWaiting(ctx.db);
}

/** What everybody may know: how many published texts are nearly the same as others, and how many campaigns that are. */
export async function publishedTogether(
	ctx: Ctx,
	consultationId: string
): Promise<{ texts: number; campaigns: number }> {
	return store.openTogether(ctx.db, consultationId, CAMPAIGN_MIN);
}
