import { CodeForm } from '#lib/people/cards/cardCode.ts';
import * as replacing from '#lib/people/cards/replaceCard.server.ts';
import * as news from '#lib/news/news.server.ts';
import * as people from '#lib/people/people.server.ts';
import { publicName } from '#lib/people/person.ts';
import { act } from '#lib/server/http/forms/act.ts';
import { redirectTarget, withDone } from '#lib/server/http/address/redirectTarget.ts';
import { countTry } from '#lib/server/http/signIn/signInLimits.ts';
import { setSession } from '#lib/server/http/signIn/sessionCookie.ts';

const next = (url: URL) => redirectTarget(url.searchParams.get('weiter'), '/');

export const load = ({ locals: { ctx }, url }) => ({
	name: ctx.person && publicName(ctx.person),
	next: next(url)
});

export const actions = {
	default: (event) =>
		act(event, CodeForm, async (ctx, { code }) => {
			await countTry(ctx, 'card', event);
			// Somebody has had this card replaced: whoever holds the old one hears it, and can stop it.
			if (await replacing.canStop(ctx, code)) return '/anmelden/ersetzt';
			const cookie = await people.enterWithCode(ctx, code, event.locals.sessionId);
			setSession(event, cookie);
			const visitor = await people.ofSession(ctx, cookie.value);
			const told = visitor === null || (await news.count({ ...ctx, person: visitor.person })) === 0;
			const asked = next(event.url);
			// Somebody writes on in another window: nothing stands between them and their form.
			if (asked === '/bleiben') return withDone(asked, 'signedIn');
			// Whoever came for nothing in particular is told who they are here, and what they can do.
			if (told && asked !== '/') return withDone(asked, 'signedIn');
			return withDone(asked === '/' ? '/meine/neu' : `/meine/neu?weiter=${encodeURIComponent(asked)}`, 'signedIn');
		})
};
