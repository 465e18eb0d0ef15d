import type { RequestEvent } from '@sveltejs/kit';
import { hasTry } from '../auth/guessing.server.ts';
import { cookieName } from '../auth/sessions.server.ts';
import type { Ctx } from '../ctx.ts';
import * as unsent from '../forms/unsent.server.ts';
import type { FormValues } from './act.ts';
import { originOf } from './tries.ts';
import { isWorth, withoutSecrets } from './typed.ts';

/** What the one who asks has typed into a form that was not taken. */
export interface Putting {
	browser: unsent.Browser | null;
	/** Puts aside what was typed into the form of this request; false: it could not be. */
	park(values: FormValues): Promise<boolean>;
	/** The form of this request was taken. */
	drop(): Promise<void>;
	/** The header of signing out: the browser loses its key, and with it everything that was put aside. */
	forgetting(): string;
}

const MOST_BYTES = 256 * 1024;

/** `/send` of `?/send`; empty for a page with one form. */
export const actionOf = (url: URL) => [...url.searchParams.keys()].find((name) => name.startsWith('/')) ?? '';

/** The page of a form, as it is asked for again: without the action, and without what was done last. */
export function pageOf(url: URL): string {
	const query = new URLSearchParams([...url.searchParams].filter(([name]) => name !== 'ok' && !name.startsWith('/')));
	return url.pathname + (query.size > 0 ? `?${query}` : '');
}

type Event = Pick<RequestEvent, 'cookies' | 'url' | 'getClientAddress'>;

/** `personId`: who is signed in. Sees to it that the browser's key changes with the person. */
export function putting(event: Event, ctx: Ctx, personId: string | null): Putting {
	const { house } = ctx;
	const name = cookieName(house).replace('sitzung', 'eingabe');
	const secure = house.config.origin.startsWith('https:');
	const attributes = { path: '/', httpOnly: true, secure, sameSite: 'lax' } as const;
	const write = (browser: unsent.Browser) => {
		event.cookies.set(name, unsent.browserText(browser), attributes);
		return browser;
	};
	const known = unsent.readBrowser(event.cookies.get(name));
	const mark = personId === null ? null : unsent.markOf(house, personId);
	const browser = mark === null || known?.mark === mark ? known : write(unsent.newBrowser(mark));
	const path = event.url.pathname;
	return {
		browser,
		async park(values) {
			const worth = isWorth(values) && JSON.stringify(values).length <= MOST_BYTES;
			const own = browser ?? unsent.newBrowser('');
			try {
				if (!worth || !(await hasTry(house, 'park', originOf(ctx, event)))) return false;
				await unsent.park(ctx, own, path, { action: actionOf(event.url), values: withoutSecrets(values), at: ctx.now });
			} catch (problem) {
				// The answer carries the text anyway; this was for coming back to it.
				house.log.warn({ err: problem }, 'an unsent form could not be put aside');
				return false;
			}
			if (!own.parked || !browser) write({ ...own, parked: true });
			// Whoever signs in gets a key of their own: only what was theirs before comes back to them.
			return own.mark !== '';
		},
		forgetting: () => event.cookies.serialize(name, '', { ...attributes, maxAge: 0 }),
		async drop() {
			if (!browser?.parked) return;
			try {
				const lying = await unsent.find(ctx, browser, path);
				if (lying?.action === actionOf(event.url)) await unsent.drop(ctx, browser, path);
			} catch (problem) {
				house.log.warn({ err: problem }, 'an unsent form could not be dropped');
			}
		}
	};
}

/**
 * Somebody comes back to a page whose form was not taken, after signing in or with the browser's arrow: the page is asked
 * as that form asked it, and `act` gives back what was typed instead of doing anything. Every form is filled the way it is
 * filled after a mistake, and none has to know of this.
 */
export async function refill(event: RequestEvent, ctx: Ctx, { browser }: Putting): Promise<void> {
	const { request, url } = event;
	if (!browser?.parked || request.method !== 'GET' || event.isDataRequest || url.searchParams.has('leer')) return;
	// What was typed while somebody was signed in is for nobody who is not.
	if (event.route.id === null || (browser.mark !== '' && ctx.person === null)) return;
	const lying = await unsent.find(ctx, browser, url.pathname).catch(() => null);
	if (!lying) return;
	const again = new URL(url);
	if (lying.action !== '') again.searchParams.append(lying.action, '');
	const body = new URLSearchParams(
		Object.entries(lying.values).flatMap(([name, value]) => [value].flat().map((one) => [name, one]))
	);
	event.locals.refilled = lying.at;
	const headers = new Headers(request.headers);
	headers.set('content-type', 'application/x-www-form-urlencoded');
	event.request = new Request(again, { method: 'POST', body: body.toString(), headers });
}
