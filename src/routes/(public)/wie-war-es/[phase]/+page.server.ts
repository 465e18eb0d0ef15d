import { EvaluationForm, TakeBackForm } from '#lib/evaluations/evaluation.ts';
import * as evaluations from '#lib/evaluations/evaluations.server.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { explain } from '#lib/texts/texts.ts';
import { signInHelps } from '#lib/verdict.ts';

export const load = async ({ locals: { ctx }, params }) => {
	const { may, ...phase } = await showing(evaluations.openOne(ctx, params.phase));
	return {
		...phase,
		whyNot: explain(may),
		signInHref: signInHelps(may) ? `/anmelden?weiter=/wie-war-es/${phase.slug}` : null
	};
};

export const actions = {
	say: (event) =>
		act(event, EvaluationForm, async (ctx, form) => {
			await evaluations.say(ctx, event.params.phase, form);
			return '/wie-war-es?ok=evaluationSaved';
		}),
	takeBack: (event) =>
		act(event, TakeBackForm, async (ctx) => {
			await evaluations.takeBack(ctx, event.params.phase);
			return '/wie-war-es?ok=evaluationTakenBack';
		})
};
