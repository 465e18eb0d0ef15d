import { AmendmentForm, mayAmend } from '#lib/amendments/amendment.ts';
import * as amendments from '#lib/amendments/amendments.server.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { personalDataCheck } from '#lib/moderation/hints/personalDataCheck.ts';
import { toAsk } from '#lib/people/consents/consent.ts';
import * as consents from '#lib/people/consents/consents.server.ts';
import { shownAs } from '#lib/people/person.ts';
import { act, review, showing } from '#lib/server/http/forms/act.ts';
import { signedIn } from '#lib/server/ctx.ts';
import { newDayId } from '#lib/server/ids.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { explain } from '#lib/texts/texts.ts';
import { signInHelps } from '#lib/verdict.ts';

export const load = async ({ locals: { ctx }, params }) => {
	const number = Number(params.number);
	const { consultationId, wordingId, title, body } = await showing(strategy.wordingNow(ctx, number));
	const { phases } = await consultations.byId(ctx, consultationId);
	const may = mayAmend({ person: ctx.person, phases, now: ctx.now });
	return {
		number,
		text: { title, body },
		wording: wordingId,
		formId: newDayId(ctx.now),
		ask: ctx.person ? toAsk(await consents.allowed(ctx)) : [],
		whyNot: explain(may),
		signInHref: signInHelps(may) ? `/anmelden?weiter=/punkte/${number}/aendern` : null
	};
};

export const actions = {
	preview: (event) =>
		review(event, personalDataCheck(AmendmentForm), async (ctx, form) => {
			const standing = await strategy.wordingNow(ctx, Number(event.params.number));
			await amendments.submit(ctx, async () => standing, form);
			return { ...strategy.differenceOf({ against: standing, text: form }), ...shownAs(signedIn(ctx)) };
		}),
	send: (event) =>
		act(event, personalDataCheck(AmendmentForm), async (ctx, form) => {
			const point = Number(event.params.number);
			const number = await amendments.submit(ctx, (ctx) => strategy.wordingNow(ctx, point), form);
			return `/aenderungen/${number}?ok=amendmentSent`;
		})
};
