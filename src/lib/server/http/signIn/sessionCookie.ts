import type { RequestEvent } from '@sveltejs/kit';
import { deviceCookieName } from '../../auth/devices.server.ts';
import type { SessionCookie } from '../../auth/sessions.server.ts';
import type { Ctx } from '../../ctx.ts';

type Event = Pick<RequestEvent, 'cookies'>;

/** The one place where a browser gets its session, and loses it. */
export function setSession({ cookies }: Event, { name, value, attributes }: SessionCookie): void {
	cookies.set(name, value, attributes);
}

/**
 * Nothing stays of whoever signs out, except that staff have signed in here before: of that cookie nobody reads who. Where
 * it is not there, the browser forgets whatever it has of us.
 */
export function clearDevice({ app }: Ctx, { cookies, setHeaders }: Event & Pick<RequestEvent, 'setHeaders'>): void {
	const kept = deviceCookieName(app);
	if (cookies.get(kept) === undefined) return setHeaders({ 'clear-site-data': '"cache", "cookies", "storage"' });
	const secure = app.config.origin.startsWith('https:');
	for (const { name } of cookies.getAll()) {
		if (name !== kept) cookies.set(name, '', { path: '/', httpOnly: true, secure, sameSite: 'lax', maxAge: 0 });
	}
	setHeaders({ 'clear-site-data': '"cache", "storage"' });
}
