import { RoundForm } from '#lib/priorities/priority.ts';
import * as priorities from '#lib/priorities/priorities.server.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { explain } from '#lib/texts/texts.ts';

export const load = async ({ locals: { ctx }, params }) => {
	const { phase, round, measures, may, text } = await showing(priorities.preparation(ctx, params.phase));
	return {
		title: phase.title,
		revision: round.revision,
		...{ measures, text, may: may.ok, whyNot: explain(may) }
	};
};

export const actions = {
	default: (event) =>
		act(event, RoundForm, async (ctx, form) => {
			await priorities.saveCosts(ctx, event.params.phase, form);
			return '/werkstatt/vorrang?ok=prioritySaved';
		})
};
