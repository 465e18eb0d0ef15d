import { redirect } from '@sveltejs/kit';
import { FactorForm } from '#lib/people/signIn/factor.ts';
import * as people from '#lib/people/people.server.ts';
import { act } from '#lib/server/http/forms/act.ts';
import { redirectTarget, withDone } from '#lib/server/http/address/redirectTarget.ts';
import { originOf, keepDevice } from '#lib/server/http/signIn/signInLimits.ts';
import { setSession } from '#lib/server/http/signIn/sessionCookie.ts';
import { Refused } from '#lib/verdict.ts';

export const load = ({ locals: { pending } }) => {
	if (!pending) redirect(303, '/anmelden/team');
	return { name: pending.pseudonym };
};

export const actions = {
	default: (event) =>
		act(event, FactorForm, async (ctx, { code }) => {
			const { pending, sessionId } = event.locals;
			if (!pending || !sessionId) throw new Refused('signInFirst');
			const waiting = { person: pending, sessionId };
			setSession(event, await people.enterWithFactor(ctx, waiting, code, originOf(ctx, event)));
			keepDevice(ctx, event, pending.id);
			return withDone(redirectTarget(event.url.searchParams.get('weiter'), '/werkstatt'), 'signedInTeam');
		})
};
