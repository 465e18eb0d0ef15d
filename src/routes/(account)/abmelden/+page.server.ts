import { redirect } from '@sveltejs/kit';
import * as people from '#lib/people/people.server.ts';
import { clearDevice } from '#lib/server/http/clearDevice.ts';
import * as provider from '#lib/people/provider.server.ts';
import { asHeader } from '#lib/server/http/onward.ts';

export const load = ({ locals: { ctx } }) => ({ signedIn: ctx.person !== null });

export const actions = {
	default: async (event) => {
		const { ctx, sessionId } = event.locals;
		const there = ctx.person !== null && (await provider.isLinked(ctx, ctx.person.id));
		// Without a session it still clears the device: perhaps the session has run out meanwhile.
		const { name, value, attributes } = await people.leave(ctx, sessionId ?? '');
		event.cookies.set(name, value, attributes);
		clearDevice(ctx, event);
		redirect(303, there ? '/abmelden/anbieter' : asHeader('/?ok=signedOut', ctx.now));
	}
};
