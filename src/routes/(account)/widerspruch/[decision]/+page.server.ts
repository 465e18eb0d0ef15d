import { AppealForm } from '#lib/moderation/appeals/appeal.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { requireSignIn } from '#lib/server/http/signIn/requireSignIn.ts';
import { explain } from '#lib/texts/texts.ts';

export const load = async ({ locals: { ctx }, params }) => {
	requireSignIn(ctx, `/widerspruch/${params.decision}`);
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
