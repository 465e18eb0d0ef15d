import { redirect } from '@sveltejs/kit';
import * as people from '#lib/people/people.server.ts';
import { asHeader } from '#lib/server/http/onward.ts';

export const load = ({ locals: { ctx } }) => ({ signedIn: ctx.person !== null });

export const actions = {
	default: async ({ locals: { ctx, sessionId }, cookies, setHeaders }) => {
		// Without a session it still clears the device: perhaps the session has run out meanwhile.
		const { name, value, attributes } = await people.leave(ctx, sessionId ?? '');
		cookies.set(name, value, attributes);
		setHeaders({ 'clear-site-data': '"cache", "cookies", "storage"' });
		redirect(303, asHeader('/?ok=signedOut', ctx.now));
	}
};
