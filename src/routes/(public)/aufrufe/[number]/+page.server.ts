import * as calls from '#lib/calls/calls.server.ts';
import { keyOf } from '#lib/calls/papers.server.ts';
import { itemsOf } from '#lib/calls/itemSources.ts';
import * as corrections from '#lib/corrections/corrections.server.ts';
import * as papers from '#lib/corrections/papers.server.ts';
import * as priorities from '#lib/priorities/priorities.server.ts';
import { showing } from '#lib/server/http/forms/act.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';

type Item = ReturnType<typeof itemsOf>[number];

/** Of what is funded: which measures at its points people want first. */
function wantedOf({ kind, grounds }: Item, newest: Awaited<ReturnType<typeof priorities.newestFirst>>) {
	const numbers = grounds.map(({ number }) => number);
	const first = (newest?.first ?? []).filter(({ point }) => numbers.includes(point));
	return kind === 'part' && newest && first.length > 0 ? { ...newest, first } : null;
}

export const load = async ({ locals: { ctx }, params }) => {
	const call = await showing(calls.byNumber(ctx, Number(params.number)));
	const { points } = await showing(strategy.version(ctx, call.versionNumber));
	const { number, title, intro, deadline, publishedAt, versionNumber } = call;
	const newest = await priorities.newestFirst(ctx);
	return {
		call: { number, title, intro, deadline, publishedAt, versionNumber },
		files: await papers.made(ctx, 'call', number, keyOf(call)),
		addended: await corrections.addended(ctx, { kind: 'call', number }),
		items: itemsOf(call, points).map((item) => ({ ...item, wanted: wantedOf(item, newest) }))
	};
};
