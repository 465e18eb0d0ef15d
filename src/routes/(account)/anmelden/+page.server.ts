import { CodeForm } from '#lib/people/code.ts';
import * as replacing from '#lib/people/replacing.server.ts';
import * as people from '#lib/people/people.server.ts';
import { publicName } from '#lib/people/person.ts';
import { act } from '#lib/server/http/act.ts';
import { onward, withDone } from '#lib/server/http/onward.ts';
import { countTry } from '#lib/server/http/tries.ts';

const next = (url: URL) => onward(url.searchParams.get('weiter'), '/');

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
			const { name, value, attributes } = await people.enterWithCode(ctx, code, event.locals.sessionId);
			event.cookies.set(name, value, attributes);
			return withDone(next(event.url), 'signedIn');
		})
};
