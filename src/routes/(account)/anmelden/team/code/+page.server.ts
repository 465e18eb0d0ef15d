import { redirect } from '@sveltejs/kit';
import { FactorForm } from '#lib/people/factor.ts';
import * as people from '#lib/people/people.server.ts';
import { act } from '#lib/server/http/act.ts';
import { onward, withDone } from '#lib/server/http/onward.ts';
import { originOf, remember } from '#lib/server/http/tries.ts';
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
			const { name, value, attributes } = await people.enterWithFactor(ctx, waiting, code, originOf(ctx, event));
			event.cookies.set(name, value, attributes);
			remember(ctx, event, pending.id);
			return withDone(onward(event.url.searchParams.get('weiter'), '/werkstatt'), 'signedInTeam');
		})
};
