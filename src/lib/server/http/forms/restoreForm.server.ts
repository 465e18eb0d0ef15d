import type { RequestEvent } from '@sveltejs/kit';
import { hasTry } from '../../auth/signInRateLimits.server.ts';
import { cookieName } from '../../auth/sessions.server.ts';
import type { Ctx } from '../../ctx.ts';
import * as unsent from '../../forms/parkedForms.server.ts';
import { formAction, type FormValues } from './readForm.ts';
import { originOf } from '../signIn/signInLimits.ts';
import { isWorth, withoutSecrets } from './typedValues.ts';

/** What the one who asks has typed into a form that was not taken. */
export interface ParkedFormFacts {
	browser: unsent.Browser | null;
	/** Puts aside what was typed into the form of this request; false: it could not be. */
	park(values: FormValues): Promise<boolean>;
	/** The form of this request was taken, with these values. */
	drop(values: FormValues): Promise<void>;
	/** The header of signing out: the browser loses its key, and with it everything that was put aside. */
	forgetting(): string;
}

const MOST_BYTES = 256 * 1024;

type Event = Pick<RequestEvent, 'cookies' | 'url' | 'getClientAddress'>;

/** `personId`: who is signed in. Sees to it that the browser's key changes with the person. */
export function parkedFormFacts(event: Event, ctx: Ctx, personId: string | null): ParkedFormFacts {
	const { app } = ctx;
	const name = cookieName(app).replace('sitzung', 'eingabe');
	const secure = app.config.origin.startsWith('https:');
	const attributes = { path: '/', httpOnly: true, secure, sameSite: 'lax' } as const;
	const write = (browser: unsent.Browser) => {
		event.cookies.set(name, unsent.browserText(browser), attributes);
		return browser;
	};
	const known = unsent.readBrowser(event.cookies.get(name));
	const mark = personId === null ? null : unsent.markOf(app, personId);
	const browser = mark === null || known?.mark === mark ? known : write(unsent.newBrowser(mark));
	const path = event.url.pathname;
	return {
		browser,
		async park(values) {
			const worth = isWorth(values) && JSON.stringify(values).length <= MOST_BYTES;
			const own = browser ?? unsent.newBrowser('');
			try {
				if (!worth || !(await hasTry(app, 'park', originOf(ctx, event)))) return false;
				await unsent.park(ctx, own, path, {
					action: formAction(event.url),
					values: withoutSecrets(values),
					at: ctx.now
				});
			} catch (problem) {
				// The answer carries the text anyway; this was for coming back to it.
				app.log.warn({ err: problem }, 'an unsent form could not be put aside');
				return false;
			}
			if (!own.parked || !browser) write({ ...own, parked: true });
			// Whoever signs in gets a key of their own: only what was theirs before comes back to them.
			return own.mark !== '';
		},
		forgetting: () => event.cookies.serialize(name, '', { ...attributes, maxAge: 0 }),
		async drop(values) {
			if (!browser?.parked) return;
			try {
				const lying = await unsent.find(ctx, browser, path);
				if (lying && isOf(lying, formAction(event.url), values)) await unsent.drop(ctx, browser, path);
			} catch (problem) {
				app.log.warn({ err: problem }, 'an unsent form could not be dropped');
			}
		}
	};
}

/** Of what it makes; sent twice, it makes one. */
const idOf = ({ id }: FormValues) => (typeof id === 'string' && id !== '' ? id : null);
const fieldsOf = (values: FormValues) => Object.keys(withoutSecrets(values)).sort().join(' ');

/** What was put aside is of the form that was taken: of the same action, or of looking beforehand at the same fields. */
function isOf(lying: { action: string; values: FormValues }, action: string, values: FormValues): boolean {
	if (lying.action === action) return true;
	if (!lying.action.startsWith('/preview')) return false;
	const [beforehand, taken] = [idOf(lying.values), idOf(values)];
	return beforehand && taken ? beforehand === taken : fieldsOf(lying.values) === fieldsOf(values);
}

/**
 * Somebody comes back to a page whose form was not taken, after signing in or with the browser's arrow: the page is asked
 * as that form asked it, and `act` gives back what was typed instead of doing anything. Every form is filled the way it is
 * filled after a mistake, and none has to know of this.
 */
export async function restoreForm(event: RequestEvent, ctx: Ctx, { browser }: ParkedFormFacts): Promise<void> {
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
