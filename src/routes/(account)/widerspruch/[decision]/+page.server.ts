import { AppealForm } from '#lib/moderation/appeal.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import { act, showing } from '#lib/server/http/act.ts';
import { visitorOrSignIn } from '#lib/server/http/visitor.ts';
import { explain } from '#lib/texts/texts.ts';

export const load = async ({ locals: { ctx }, params }) => {
	visitorOrSignIn(ctx, `/widerspruch/${params.decision}`);
	const { decision, texts, verdict } = await showing(moderation.toAppeal(ctx, params.decision));
	return { decision, texts: texts.filter(Boolean), whyNot: explain(verdict) };
};

export const actions = {
	default: (event) =>
		act(event, AppealForm, async (ctx, form) => {
			await moderation.appeal(ctx, event.params.decision, form);
			return '/meine?ok=appealFiled';
		})
};
