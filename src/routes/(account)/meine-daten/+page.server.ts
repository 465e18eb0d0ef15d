import { redirect } from '@sveltejs/kit';
import { PURPOSES } from '#lib/people/consent.ts';
import { ConsentForm, mayLeave } from '#lib/privacy/privacy.ts';
import * as privacy from '#lib/privacy/privacy.server.ts';
import { act } from '#lib/server/http/act.ts';
import { explain } from '#lib/texts/texts.ts';

export const load = async ({ locals: { ctx } }) => {
	if (!ctx.person) redirect(303, '/anmelden?weiter=/meine-daten');
	const data = await privacy.ownData(ctx);
	const standing = data.consents.filter((consent) => consent.withdrawnAt === null);
	return {
		person: data.person,
		cardValidUntil: data.cardValidUntil,
		counts: {
			contributions: data.contributions.length,
			comments: data.comments.length,
			supports: data.supports.length,
			votes: data.votes.length,
			journal: data.journal.length
		},
		consents: PURPOSES.map((purpose) => ({
			purpose,
			since: standing.find((consent) => consent.purpose === purpose)?.givenAt ?? null
		})),
		whyNotLeave: explain(mayLeave(ctx.person))
	};
};

export const actions = {
	allow: (event) =>
		act(event, ConsentForm, async (ctx, { purpose }) => {
			await privacy.giveConsent(ctx, purpose);
			return '/meine-daten?ok=consentGiven';
		}),
	withdraw: (event) =>
		act(event, ConsentForm, async (ctx, { purpose }) => {
			await privacy.withdrawConsent(ctx, purpose);
			return '/meine-daten?ok=consentWithdrawn';
		})
};
