import * as calls from '#lib/calls/calls.server.ts';
import { itemsOf } from '#lib/calls/grounds.ts';
import { showing } from '#lib/server/http/act.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';

export const load = async ({ locals: { ctx }, params }) => {
	const call = await showing(calls.byNumber(ctx, Number(params.number)));
	const { points } = await showing(strategy.version(ctx, call.versionNumber));
	const { number, title, intro, deadline, publishedAt, versionNumber } = call;
	return {
		call: { number, title, intro, deadline, publishedAt, versionNumber },
		items: itemsOf(call, points)
	};
};
