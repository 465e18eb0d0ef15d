import { expect, it } from 'vitest';
import { MILESTONES } from '#lib/chronicle/chronicle.ts';
import * as answers from '#lib/answers/answers.server.ts';
import * as synopsis from '#lib/answers/synopsis/synopsis.server.ts';
import { AuditQuery } from '#lib/audit/audit.ts';
import * as audit from '#lib/audit/audit.server.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import { ListQuery } from '#lib/proposals/proposal.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { SynopsisQuery } from '#lib/answers/synopsis/synopsis.ts';
import * as search from '#lib/search/store.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { publicEntries } from '#lib/server/journal/journal.server.ts';
import { putVersion } from './support/editions/published.ts';
import { plansOf } from './support/machine/plans.ts';
import { makeTestApp } from './support/machine/testApp.ts';

interface Asked {
	what: string;
	work(ctx: Ctx, consultationId: string): Promise<unknown>;
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
		what: 'what was promised to contributions',
		work: (ctx, id) => answers.deadlines(ctx, { id, phases: [] }),
		indexes: { proposals: 'proposals_promised' }
	},
	{
		what: 'what one has supported',
		work: (ctx) => proposals.ownSupports(ctx),
		indexes: { supports: 'supports_person' }
	},
	{
		what: 'what was done to number 12',
		work: async (ctx) => audit.page(ctx, AuditQuery.parse({ nummer: '12' })),
		indexes: { journal: 'journal_number' }
	},
	{
		what: 'a page of the list with a word',
		work: (ctx, id) => proposals.list(ctx, id, ListQuery.parse({ q: 'Wohnung', feld: 'wohnen' })),
		indexes: { proposals: 'proposals_in_order' }
	},
	{
		what: 'organisations that speak',
		work: (ctx) => search.speaking(ctx.db, ['one', 'other']),
		indexes: { proposals: 'proposals_spoken', comments: 'comments_spoken', amendments: 'amendments_spoken' }
	}
];

it.each(ASKED)('$what: found by an index of just that, however many contributions there are', async (asked) => {
	const testApp = await makeTestApp();
	await putVersion(testApp, { number: 1, titles: ['Beratung'] });
	const who = testApp.as(await testApp.person('affected', { roles: ['moderator', 'admin'] }));
	const steps = await plansOf(who, (ctx) => asked.work(ctx, testApp.consultationId));
	for (const [table, index] of Object.entries(asked.indexes)) {
		const used = steps.flatMap((step) => new RegExp(`INDEX (${table}_\\w+)`).exec(step)?.[1] ?? []);
		expect([...new Set(used)], steps.join('\n')).toEqual([index]);
	}
	expect(steps.filter((step) => /^SCAN \w+$/.test(step))).toEqual([]);
});

it('counts what says a word by one pass through the index of words, which is not asked about each contribution', async () => {
	const testApp = await makeTestApp();
	const ask = ListQuery.parse({ q: 'Wohnung' });
	const steps = await plansOf(testApp.as(null), (ctx) => proposals.countListed(ctx, testApp.consultationId, ask));
	expect(steps.filter((step) => /VIRTUAL TABLE/.test(step))).not.toEqual([]);
	expect(steps.filter((step) => /VIRTUAL TABLE INDEX \d+:=M/.test(step))).toEqual([]);
});
