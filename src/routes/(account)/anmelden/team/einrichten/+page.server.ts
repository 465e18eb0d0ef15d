import { redirect } from '@sveltejs/kit';
import { EnrolForm } from '#lib/people/signIn/factor.ts';
import * as factors from '#lib/people/signIn/factors.server.ts';
import * as people from '#lib/people/people.server.ts';
import { reveal, showing } from '#lib/server/http/forms/act.ts';
import { redirectTarget } from '#lib/server/http/address/redirectTarget.ts';
import { originOf, keepDevice } from '#lib/server/http/signIn/signInLimits.ts';
import { setSession } from '#lib/server/http/signIn/sessionCookie.ts';
import { Refused } from '#lib/verdict.ts';

export const load = async ({ locals: { ctx, pending }, url, request }) => {
	const next = redirectTarget(url.searchParams.get('weiter'), '/werkstatt');
	if (!pending) redirect(303, '/anmelden/team');
	// The answer to the right code: the recovery codes, nothing to set up any more.
	const done = request.method === 'POST' && (await factors.stage(ctx, pending)) === 'code';
	return { next, app: done ? null : await showing(factors.toSetUp(ctx, pending)) };
};

export const actions = {
	default: (event) =>
		reveal(event, EnrolForm, async (ctx, { code }) => {
			const { pending, sessionId } = event.locals;
			if (!pending || !sessionId) throw new Refused('signInFirst');
			const waiting = { person: pending, sessionId };
			const { cookie, codes } = await people.enterSettingUp(ctx, waiting, code, originOf(ctx, event));
			setSession(event, cookie);
			keepDevice(ctx, event, pending.id);
			return codes;
		})
};
