import { AppealDecisionForm } from '#lib/moderation/appeals/appeal.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { explain } from '#lib/texts/texts.ts';

export const load = async ({ locals: { ctx }, params }) => {
	const { verdict, texts, ...desk } = await showing(moderation.appealDesk(ctx, params.id));
	return {
		...{ ...desk, texts: texts.filter(Boolean), whyNot: explain(verdict) },
		...{ id: params.id, list: await moderation.waitingAppeals(ctx), count: await moderation.countAppeals(ctx) }
	};
};

export const actions = {
	default: (event) =>
		act(event, AppealDecisionForm, async (ctx, form) => {
			await moderation.decideAppeal(ctx, event.params.id, form);
			return '/werkstatt/widersprueche?ok=appealDecided';
		})
};
