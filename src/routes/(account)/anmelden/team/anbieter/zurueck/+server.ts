import { redirect } from '@sveltejs/kit';
import * as provider from '#lib/people/provider.server.ts';
import { takeAttempt } from '#lib/server/http/attempts.ts';
import { asHeader, withDone } from '#lib/server/http/onward.ts';
import { countTry } from '#lib/server/http/tries.ts';
import { Refused } from '#lib/verdict.ts';

/**
 * Back from the sign-in provider: it can only send the browser here with an address, so this GET writes. It answers with
 * a redirect in any case: code and state stand in no address that anybody sees, and in no history.
 */
export const GET = async (event) => {
	const { url, cookies, setHeaders } = event;
	const { ctx, sessionId } = event.locals;
	setHeaders({ 'cache-control': 'no-store' });
	const sealed = takeAttempt(cookies, ctx.house, url.searchParams.get('state'));
	const begun = provider.nextOf(ctx, sealed);
	const next = begun ?? '/werkstatt';
	try {
		// Whoever has begun nothing is sent away for nothing. Not counted: a foreign page could have a whole ministry's
		// tries used up by the browser of one who reads it.
		if (begun !== null) await countTry(ctx, 'provider', event);
		const cookie = await provider.enter(ctx, { sealed, search: url.search, former: sessionId });
		cookies.set(cookie.name, cookie.value, cookie.attributes);
	} catch (problem) {
		if (!(problem instanceof Refused)) throw problem;
		redirect(303, asHeader(`/anmelden/team?grund=${problem.reason}&weiter=${encodeURIComponent(next)}`));
	}
	redirect(303, asHeader(withDone(next, 'signedInTeam'), ctx.now));
};
