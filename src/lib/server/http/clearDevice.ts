import type { RequestEvent } from '@sveltejs/kit';
import { deviceCookieName } from '../auth/devices.server.ts';
import type { Ctx } from '../ctx.ts';

/**
 * Nothing stays of whoever signs out, except that staff have signed in here before: of that cookie nobody reads who. Where
 * it is not there, the browser forgets whatever it has of us.
 */
export function clearDevice(
	{ house }: Ctx,
	{ cookies, setHeaders }: Pick<RequestEvent, 'cookies' | 'setHeaders'>
): void {
	const kept = deviceCookieName(house);
	if (cookies.get(kept) === undefined) return setHeaders({ 'clear-site-data': '"cache", "cookies", "storage"' });
	const secure = house.config.origin.startsWith('https:');
	for (const { name } of cookies.getAll()) {
		if (name !== kept) cookies.set(name, '', { path: '/', httpOnly: true, secure, sameSite: 'lax', maxAge: 0 });
	}
	setHeaders({ 'clear-site-data': '"cache", "storage"' });
}
