import { expect, it } from 'vitest';
import { MILESTONES } from '#lib/chronicle/chronicle.ts';
import * as synopsis from '#lib/answers/synopsis.server.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { SynopsisQuery } from '#lib/answers/synopsis.ts';
import * as search from '#lib/search/store.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { publicEntries } from '#lib/server/journal/journal.server.ts';
import { putVersion } from './support/published.ts';
import { plansOf } from './support/plans.ts';
import { makeTown } from './support/town.ts';

interface Asked {
	what: string;
	work(ctx: Ctx): Promise<unknown>;
	/** The only index that is used of each table. */
	indexes: Readonly<Record<string, string>>;
}

const ASKED: readonly Asked[] = [
	{
		what: 'what waits in the inbox',
		work: (ctx) => moderation.countWaiting(ctx),
		indexes: { proposals: 'proposals_waiting', comments: 'comments_waiting', amendments: 'amendments_queue' }
	},
	{
		what: 'how much is there for evaluation only',
		work: (ctx) => proposals.countForEvaluation(ctx),
		indexes: { proposals: 'proposals_withheld_at' }
	},
	{
		what: 'a page of what is there for evaluation only',
		work: (ctx) => proposals.forEvaluation(ctx, null, 51),
		indexes: { proposals: 'proposals_withheld' }
	},
	{
		what: 'the milestones of the feed',
		work: (ctx) => publicEntries(ctx, { verbs: MILESTONES, before: null, limit: 51 }),
		indexes: { journal: 'journal_milestones' }
	},
	{
		what: 'a page of a synopsis',
		work: (ctx) => synopsis.page(ctx, 1, SynopsisQuery.parse({})),
		indexes: { proposals: 'proposals_in_order' }
	},
	{
		what: 'what one has supported',
		work: (ctx) => proposals.ownSupports(ctx),
		indexes: { supports: 'supports_person' }
	},
	{
		what: 'organisations that speak',
		work: (ctx) => search.speaking(ctx.db, ['one', 'other']),
		indexes: { proposals: 'proposals_spoken', comments: 'comments_spoken', amendments: 'amendments_spoken' }
	}
];

it.each(ASKED)('$what: found by an index of just that, however many contributions there are', async (asked) => {
	const town = await makeTown();
	await putVersion(town, { number: 1, titles: ['Beratung'] });
	const who = town.as(await town.person('affected', { roles: ['moderator'] }));
	const steps = await plansOf(who, (ctx) => asked.work(ctx));
	for (const [table, index] of Object.entries(asked.indexes)) {
		const used = steps.flatMap((step) => new RegExp(`INDEX (${table}_\\w+)`).exec(step)?.[1] ?? []);
		expect([...new Set(used)], steps.join('\n')).toEqual([index]);
	}
	expect(steps.filter((step) => /^SCAN \w+$/.test(step))).toEqual([]);
});
