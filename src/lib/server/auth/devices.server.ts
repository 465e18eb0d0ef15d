import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { App } from '../app.ts';
import type { SessionCookie } from './sessions.server.ts';

/**
 * A device on which somebody of the staff has signed in before, factor and all, is known again: it has tries of its own,
 * which no stranger can use up. Its cookie is a number by chance and, for each account, a digest of that number and the
 * account with our key: it opens nothing, and tells nobody but us whose it is.
 */
const MOST_ACCOUNTS = 6;
/** As long as browsers keep any cookie. */
const DAYS = 400;
const SHAPE = /^[\w-]{22}(\.[\w-]{22}){1,6}$/;

export function deviceCookieName(app: App): string {
	return app.config.origin.startsWith('https:') ? '__Host-geraet' : 'geraet';
}

const markOf = ({ keys }: App, number: string, personId: string) => keys.digest('device', `${number}\n${personId}`, 16);

function equal(one: string, other: string): boolean {
	const [a, b] = [Buffer.from(one), Buffer.from(other)];
	return a.length === b.length && timingSafeEqual(a, b);
}

function read(cookie: string | null): { number: string; marks: string[] } | null {
	if (cookie === null || !SHAPE.test(cookie)) return null;
	const [number = '', ...marks] = cookie.split('.');
	return { number, marks };
}

/** What the limits know the device by, when this person has signed in on it; null: not here. */
export function knownDevice(app: App, cookie: string | null, personId: string): string | null {
	const device = read(cookie);
	if (!device) return null;
	const mark = markOf(app, device.number, personId);
	return device.marks.some((one) => equal(one, mark)) ? `${device.number}\n${personId}` : null;
}

/** The cookie with which this person is known again here; whoever else has signed in on the device stays known. */
export function rememberDevice(app: App, cookie: string | null, personId: string): SessionCookie {
	const known = read(cookie);
	const number = known?.number ?? randomBytes(16).toString('base64url');
	const mark = markOf(app, number, personId);
	const others = (known?.marks ?? []).filter((one) => !equal(one, mark));
	const secure = app.config.origin.startsWith('https:');
	return {
		name: deviceCookieName(app),
		value: [number, mark, ...others.slice(0, MOST_ACCOUNTS - 1)].join('.'),
		attributes: { path: '/', httpOnly: true, secure, sameSite: 'lax', maxAge: DAYS * 24 * 60 * 60 }
	};
}
