import { TakeBackForm, TicksForm } from '#lib/priorities/priority.ts';
import * as priorities from '#lib/priorities/priorities.server.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { explain } from '#lib/texts/texts.ts';
import { signInHelps } from '#lib/verdict.ts';

export const load = async ({ locals: { ctx } }) => {
	const { may, round, measures, mine, until } = await showing(priorities.tickPanel(ctx));
	return {
		asked: await priorities.isAsked(ctx),
		/** A phase is open for it. */
		until,
		round: round && { budget: round.budget, revision: round.revision },
		measures,
		mine,
		mayTick: may.ok,
		whyNot: explain(may),
		signInHref: signInHelps(may) ? '/anmelden?weiter=/vorrang' : null,
		ended: (await priorities.endedRounds(ctx)).map(({ phase: { slug, title }, ...one }) => ({ ...one, slug, title }))
	};
};

export const actions = {
	cast: (event) =>
		act(event, TicksForm, async (ctx, form) => {
			await priorities.castTicks(ctx, form);
			return '/vorrang?ok=ticksSaved';
		}),
	takeBack: (event) =>
		act(event, TakeBackForm, async (ctx) => {
			await priorities.takeTicksBack(ctx);
			return '/vorrang?ok=ticksTakenBack';
		})
};
