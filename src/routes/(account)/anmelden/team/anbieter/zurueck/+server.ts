import { redirect } from '@sveltejs/kit';
import * as provider from '#lib/people/signIn/provider.server.ts';
import { takeAttempt } from '#lib/server/http/signIn/providerAttempt.ts';
import { locationHeader, withDone } from '#lib/server/http/address/redirectTarget.ts';
import { countTry } from '#lib/server/http/signIn/signInLimits.ts';
import { setSession } from '#lib/server/http/signIn/sessionCookie.ts';
import { inLocale, localPath } from '#lib/texts/locales/address.ts';
import { Refused } from '#lib/verdict.ts';

/**
 * Back from the sign-in provider: it can only send the browser here with an address, so this GET writes. It answers with
 * a redirect in any case: code and state stand in no address that anybody sees, and in no history.
 */
export const GET = async (event) => {
	const { url, cookies, setHeaders } = event;
	const { ctx, sessionId } = event.locals;
	setHeaders({ 'cache-control': 'no-store' });
	const sealed = takeAttempt(cookies, ctx.app, url.searchParams.get('state'));
	const begun = provider.nextOf(ctx, sealed);
	const next = begun ?? '/werkstatt';
	try {
		// Whoever has begun nothing is sent away for nothing. Not counted: a foreign page could have a whole office's
		// tries used up by the browser of one who reads it.
		if (begun !== null) await countTry(ctx, 'provider', event);
		setSession(event, await provider.enter(ctx, { sealed, search: url.search, former: sessionId }));
	} catch (problem) {
		if (!(problem instanceof Refused)) throw problem;
		const again = `/anmelden/team?grund=${problem.reason}&weiter=${encodeURIComponent(next)}`;
		redirect(303, locationHeader(inLocale(localPath(next).locale, again)));
	}
	redirect(303, locationHeader(withDone(next, 'signedInTeam'), ctx.now));
};
