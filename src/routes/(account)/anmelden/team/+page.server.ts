import { SignInForm } from '#lib/people/account.ts';
import * as people from '#lib/people/people.server.ts';
import { isStaff, publicName } from '#lib/people/person.ts';
import { act } from '#lib/server/http/act.ts';
import { onward, withDone } from '#lib/server/http/onward.ts';
import { countTry } from '#lib/server/http/tries.ts';

const next = (url: URL) => onward(url.searchParams.get('weiter'), '/werkstatt');

export const load = ({ locals: { ctx }, url }) => ({
	name: ctx.person && publicName(ctx.person),
	// The workshop is closed to whoever came in with a card.
	next: ctx.person && !isStaff(ctx.person) ? '/' : next(url)
});

export const actions = {
	default: (event) =>
		act(event, SignInForm, async (ctx, form) => {
			countTry({ kind: 'staff', address: event.getClientAddress, account: form.email, now: Date.parse(ctx.now) });
			const { name, value, attributes } = await people.enterAsStaff(ctx, form, event.locals.sessionId);
			event.cookies.set(name, value, attributes);
			return withDone(next(event.url), 'signedIn');
		})
};
