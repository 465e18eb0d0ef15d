import * as calls from '#lib/calls/calls.server.ts';
import * as corrections from '#lib/corrections/corrections.server.ts';
import { shownAddendum, startHref, thingLink } from '#lib/corrections/shown.ts';
import * as reports from '#lib/reports/reports.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { showing } from '#lib/server/http/forms/act.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';

/** Everything one can begin at. */
async function things(ctx: Ctx) {
	const named = (kind: 'version' | 'call' | 'report') => (one: { number: number; title: string }) => ({
		...{ href: startHref({ kind, number: one.number }), title: one.title },
		label: thingLink({ kind, number: one.number }).label
	});
	return [
		...(await strategy.versions(ctx)).map(named('version')),
		...(await calls.published(ctx)).map(named('call')),
		...(await reports.list(ctx)).map(named('report'))
	];
}

export const load = async ({ locals: { ctx } }) => {
	const drafts = await showing(corrections.drafts(ctx));
	const published = await corrections.addenda(ctx);
	return {
		drafts: drafts.map(({ id, target, facts, createdAt }) => {
			return { id, kind: facts.kind, thing: thingLink(target).label, createdAt };
		}),
		published: published.map((one) => {
			const { number, kind, title, mark, thing } = shownAddendum(one, ctx.now);
			const restorable = one.sealedUntil !== null && one.sealedUntil > ctx.now;
			return { number, kind, title, mark, thing: thing.label, restorable };
		}),
		things: await things(ctx)
	};
};
