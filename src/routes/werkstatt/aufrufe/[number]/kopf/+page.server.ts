import { deadlineDay, HeadForm, mayChangeCall } from '#lib/calls/call.ts';
import * as calls from '#lib/calls/calls.server.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { explain } from '#lib/texts/texts.ts';

export const load = async ({ locals: { ctx }, params }) => {
	const call = await showing(calls.inWorkshop(ctx, Number(params.number)));
	const { number, revision, title, intro } = call;
	return {
		number,
		revision,
		text: { title, intro, deadline: deadlineDay(call.deadline) },
		whyNot: explain(mayChangeCall(calls.factsOf(ctx, call)))
	};
};

export const actions = {
	default: (event) =>
		act(event, HeadForm, async (ctx, form) => {
			await calls.changeHead(ctx, Number(event.params.number), form);
			return `/werkstatt/aufrufe/${event.params.number}?ok=callSaved`;
		})
};
