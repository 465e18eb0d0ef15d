import { redirect } from '@sveltejs/kit';
import * as provider from '#lib/people/signIn/provider.server.ts';
import { keepAttempt } from '#lib/server/http/signIn/providerAttempt.ts';
import { inLocale } from '#lib/texts/locales/address.ts';
import { locationHeader, redirectTarget } from '#lib/server/http/address/redirectTarget.ts';
import { Refused } from '#lib/verdict.ts';

/**
 * To the sign-in provider. A link and no form: our pages let forms go to ourselves only, and browsers hold every address
 * to that over which a form is sent on. Nothing is written; what has to be known later is kept by the browser.
 */
export const GET = async ({ locals: { ctx }, url, cookies, setHeaders }) => {
	// The provider sends back to one address for all languages.
	const next = inLocale(ctx.locale ?? 'de', redirectTarget(url.searchParams.get('weiter'), '/werkstatt'));
	setHeaders({ 'cache-control': 'no-store' });
	const begun = await provider.begin(ctx, next).catch((problem: unknown) => {
		if (!(problem instanceof Refused)) throw problem;
		return problem.reason;
	});
	if (typeof begun === 'string') {
		redirect(303, locationHeader(`/anmelden/team?grund=${begun}&weiter=${encodeURIComponent(next)}`));
	}
	keepAttempt(cookies, ctx.app, { ...begun, ms: provider.ATTEMPT });
	redirect(303, begun.url);
};
