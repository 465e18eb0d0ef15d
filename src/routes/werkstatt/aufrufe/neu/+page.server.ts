import { mayEnterWorkshop } from '#lib/people/staff/workAreas.ts';
import { mayDraftCall, NewCallForm } from '#lib/calls/call.ts';
import * as calls from '#lib/calls/calls.server.ts';
import { act, admit } from '#lib/server/http/forms/act.ts';
import { newId } from '#lib/server/ids.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { explain } from '#lib/texts/texts.ts';

export const load = async ({ locals: { ctx } }) => {
	admit(mayEnterWorkshop(ctx.person));
	return {
		id: newId(),
		versions: (await strategy.versions(ctx)).map(({ number, title }) => ({ number, title })),
		whyNot: explain(mayDraftCall(ctx.person))
	};
};

export const actions = {
	default: (event) =>
		act(event, NewCallForm, async (ctx, form) => {
			const number = await calls.begin(ctx, form);
			return `/werkstatt/aufrufe/${number}?ok=callBegun`;
		})
};
