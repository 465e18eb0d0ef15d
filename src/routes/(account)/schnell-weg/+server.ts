import { redirect } from '@sveltejs/kit';
import * as people from '#lib/people/people.server.ts';
import { setSession } from '#lib/server/http/signIn/sessionCookie.ts';

/** Away at once: signed out, the device cleared, and a page on the screen that says nothing. */
export const POST = async ({ locals: { ctx, sessionId }, cookies, setHeaders }) => {
	setSession({ cookies }, await people.leave(ctx, sessionId ?? ''));
	setHeaders({ 'clear-site-data': '"cache", "cookies", "storage"' });
	redirect(303, '/kalender');
};

/** Whoever comes back to the address by hand. */
export const GET = () => redirect(303, '/kalender');
