import { ItemForm, mayChangeCall } from '#lib/calls/call.ts';
import * as calls from '#lib/calls/calls.server.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { explain } from '#lib/texts/texts.ts';

export const load = async ({ locals: { ctx }, params }) => {
	const { call, item } = await showing(calls.itemInWorkshop(ctx, Number(params.number), params.item));
	const { points } = await showing(strategy.version(ctx, call.versionNumber));
	return {
		number: call.number,
		revision: call.revision,
		id: item.id,
		kind: item.kind,
		text: { title: item.title, body: item.body, points: item.pointIds },
		points: points.map(({ pointId, number, title }) => ({ id: pointId, number, title })),
		whyNot: explain(mayChangeCall(calls.factsOf(ctx, call)))
	};
};

export const actions = {
	default: (event) =>
		act(event, ItemForm, async (ctx, form) => {
			await calls.putItem(ctx, Number(event.params.number), form);
			return `/werkstatt/aufrufe/${event.params.number}?ok=callSaved`;
		})
};
