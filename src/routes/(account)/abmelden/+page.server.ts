import { redirect } from '@sveltejs/kit';
import * as people from '#lib/people/people.server.ts';
import { clearDevice, setSession } from '#lib/server/http/signIn/sessionCookie.ts';
import * as provider from '#lib/people/signIn/provider.server.ts';
import { locationHeader } from '#lib/server/http/address/redirectTarget.ts';

export const load = ({ locals: { ctx } }) => ({ signedIn: ctx.person !== null });

export const actions = {
	default: async (event) => {
		const { ctx, sessionId } = event.locals;
		const there = ctx.person !== null && (await provider.isLinked(ctx, ctx.person.id));
		// Without a session it still clears the device: perhaps the session has run out meanwhile.
		setSession(event, await people.leave(ctx, sessionId ?? ''));
		clearDevice(ctx, event);
		redirect(303, there ? '/abmelden/anbieter' : locationHeader('/?ok=signedOut', ctx.now));
	}
};
