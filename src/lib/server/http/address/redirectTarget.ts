import { MINUTE } from '../../../time.ts';

const LONGEST = 500;
const HERE = 'http://here.invalid';

/**
 * Where to go after signing in: only a path of this site. It is read as a browser would read it, because browsers turn
 * `\` into `/`, drop tabs and resolve `/.//evil` to `//evil`.
 */
export function redirectTarget(asked: string | null, otherwise: string): string {
	if (!asked?.startsWith('/') || asked.length > LONGEST || !URL.canParse(asked, HERE)) return otherwise;
	const url = new URL(asked, HERE);
	const path = url.pathname + url.search + url.hash;
	return url.origin === HERE && !path.startsWith('//') ? path : otherwise;
}

/** The same page, with what has just been done to be said at its top. */
export function withDone(path: string, done: string): string {
	const url = new URL(path, HERE);
	url.searchParams.set('ok', done);
	return url.pathname + url.search + url.hash;
}

/** What was done, with how many of them and, where it went to one, the number of that: `deskPut~3~7`. */
export const howMany = (done: string, ...numbers: number[]): string => [done, ...numbers].join('~');

const minuteOf = (now: string) => Math.floor(Date.parse(now) / MINUTE);

/**
 * An address of ours as a header can carry it: one may hold what stood in the address of the request, a line end too.
 * With `now`: what has just been done carries the minute, so that nobody is thanked again who comes back later.
 */
export function locationHeader(path: string, now?: string): string {
	const url = new URL(ofThisSite(path), HERE);
	const done = url.searchParams.get('ok');
	if (now !== undefined && done !== null) url.searchParams.set('ok', `${done}.${minuteOf(now).toString(36)}`);
	return ofThisSite(url.pathname + url.search + url.hash);
}

/** What begins with two slashes leads to another site. */
const ofThisSite = (path: string): string => path.replace(/^[/\\]{2,}/, '/');

/** What has just been done, from the address; null when that was minutes ago, or nobody of us said so. */
export function justDone(said: string | null, now: string): string | null {
	const [done, minute] = (said ?? '').split('.');
	const since = minuteOf(now) - Number.parseInt(minute ?? '', 36);
	return done && since >= 0 && since < 2 ? done : null;
}
