import { gate, mayChangeCall, mayPublishCall, MoveForm, PublishForm, RemoveForm } from '#lib/calls/call.ts';
import * as calls from '#lib/calls/calls.server.ts';
import { itemsOf } from '#lib/calls/grounds.ts';
import { act, showing } from '#lib/server/http/act.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { explain } from '#lib/texts/texts.ts';

export const load = async ({ locals: { ctx }, params }) => {
	const call = await showing(calls.inWorkshop(ctx, Number(params.number)));
	const { points } = await showing(strategy.version(ctx, call.versionNumber));
	const facts = calls.factsOf(ctx, call);
	const { number, title, intro, deadline, versionNumber, revision, publishedAt } = call;
	return {
		call: { number, title, intro, deadline, versionNumber, revision, published: publishedAt !== null },
		items: itemsOf(call, points),
		missing: gate(facts.items)
			.map(explain)
			.filter((sentence) => sentence !== null),
		whyNotChange: explain(mayChangeCall(facts)),
		whyNotPublish: explain(mayPublishCall(facts))
	};
};

export const actions = {
	move: (event) =>
		act(event, MoveForm, async (ctx, form) => {
			await calls.moveItem(ctx, Number(event.params.number), form);
			return `/werkstatt/aufrufe/${event.params.number}?ok=callSaved`;
		}),
	remove: (event) =>
		act(event, RemoveForm, async (ctx, { item }) => {
			await calls.removeItem(ctx, Number(event.params.number), item);
			return `/werkstatt/aufrufe/${event.params.number}?ok=callItemRemoved`;
		}),
	publish: (event) =>
		act(event, PublishForm, async (ctx, { revision }) => {
			await calls.publish(ctx, Number(event.params.number), revision);
			return `/aufrufe/${event.params.number}?ok=callPublished`;
		})
};
