import { z } from 'zod';
import { admins } from '#lib/people/erasure/accountErasure.server.ts';
import { PURPOSES } from '#lib/people/consents/consent.ts';
import { districtName } from '#lib/people/details/district.ts';
import { accountIdOf } from '#lib/people/person.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { ConsentForm, mayLeave } from '#lib/privacy/privacy.ts';
import * as privacy from '#lib/privacy/privacy.server.ts';
import * as sessions from '#lib/server/auth/sessionList.server.ts';
import { act } from '#lib/server/http/forms/act.ts';
import { requireSignIn } from '#lib/server/http/signIn/requireSignIn.ts';
import { openPdfWorker } from '#lib/server/print/pdfWorker.server.ts';
import { explain } from '#lib/texts/texts.ts';

export const load = async ({ locals: { ctx, sessionId } }) => {
	const person = requireSignIn(ctx, '/meine-daten');
	const data = await privacy.ownCounts(ctx);
	const standing = data.consents.filter((consent) => consent.withdrawnAt === null);
	return {
		person: data.person,
		cardValidUntil: data.cardValidUntil,
		cardNumber: data.cardNumber,
		counts: data.counts,
		districts: data.districts.map(districtName),
		consents: PURPOSES.map((purpose) => ({
			purpose,
			since: standing.find((consent) => consent.purpose === purpose)?.givenAt ?? null
		})),
		sessions: await sessions.all(ctx, accountIdOf(person), sessionId),
		printable: await openPdfWorker.able(),
		whyNotLeave: explain(mayLeave(person, await admins(ctx)))
	};
};

const SessionForm = z.object({ session: z.string().max(100, 'wrong') });

export const actions = {
	forget: (event) =>
		act(event, z.object({}), async (ctx) => {
			await proposals.forgetResidences(ctx);
			return '/meine-daten?ok=residencesForgotten';
		}),
	end: (event) =>
		act(event, SessionForm, async (ctx, { session }) => {
			await sessions.end(ctx, session);
			return '/meine-daten?ok=sessionEnded#anmeldungen';
		}),
	allow: (event) =>
		act(event, ConsentForm, async (ctx, { purpose }) => {
			await privacy.giveConsent(ctx, purpose);
			return '/meine-daten?ok=consentGiven';
		}),
	withdraw: (event) =>
		act(event, ConsentForm, async (ctx, { purpose }) => {
			await privacy.withdrawConsent(ctx, purpose);
			return '/meine-daten?ok=allowanceWithdrawn';
		})
};
