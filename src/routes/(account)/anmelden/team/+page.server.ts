import { redirect } from '@sveltejs/kit';
import { SignInForm } from '#lib/people/accounts/account.ts';
import type { Stage } from '#lib/people/signIn/factor.ts';
import * as factors from '#lib/people/signIn/factors.server.ts';
import * as people from '#lib/people/people.server.ts';
import { isStaff, publicName } from '#lib/people/person.ts';
import { FromProvider } from '#lib/people/signIn/provider.ts';
import * as recovery from '#lib/people/signIn/recovery.server.ts';
import { act } from '#lib/server/http/forms/act.ts';
import { redirectTarget, withDone } from '#lib/server/http/address/redirectTarget.ts';
import { originOf, keepDevice } from '#lib/server/http/signIn/signInLimits.ts';
import { setSession } from '#lib/server/http/signIn/sessionCookie.ts';
import { reasonSentence } from '#lib/texts/texts.ts';

const next = (url: URL) => redirectTarget(url.searchParams.get('weiter'), '/werkstatt');

/** Where the second factor is given or set up, with the way on kept. */
function further(stage: Stage, url: URL): string {
	const page = stage === 'code' ? 'code' : 'einrichten';
	return `/anmelden/team/${page}?weiter=${encodeURIComponent(next(url))}`;
}

/** Why a sign-in at the provider has come to nothing. */
function whyNot(url: URL): string | null {
	const reason = FromProvider.safeParse(url.searchParams.get('grund')).data;
	return reason ? reasonSentence(reason, {}) : null;
}

export const load = async ({ locals: { ctx, pending }, url }) => {
	// Whoever has come halfway goes on from there, unless it was somebody else.
	if (pending && !url.searchParams.has('neu')) redirect(303, further(await factors.stage(ctx, pending), url));
	return {
		name: ctx.person && publicName(ctx.person),
		// The workshop is closed to whoever came in with a card.
		next: ctx.person && !isStaff(ctx.person) ? '/' : next(url),
		provider: ctx.app.config.oidc && {
			name: ctx.app.config.oidc.name,
			href: `/anmelden/team/anbieter?weiter=${encodeURIComponent(next(url))}`
		},
		passwords: { open: await recovery.passwordsOpen(ctx), on: ctx.app.config.passwords },
		why: whyNot(url)
	};
};

export const actions = {
	default: (event) =>
		act(event, SignInForm, async (ctx, form) => {
			const coming = { origin: originOf(ctx, event), former: event.locals.sessionId };
			const { stage, personId, ...cookie } = await people.enterAsStaff(ctx, form, coming);
			setSession(event, cookie);
			if (stage !== 'none') return further(stage, event.url);
			keepDevice(ctx, event, personId);
			return withDone(next(event.url), 'signedInTeam');
		})
};
