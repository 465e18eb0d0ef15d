const LONGEST = 500;
const HERE = 'http://here.invalid';

/**
 * Where to go after signing in: only a path of this site. It is read as a browser would read it, because browsers turn
 * `\` into `/`, drop tabs and resolve `/.//evil` to `//evil`.
 */
export function onward(asked: string | null, otherwise: string): string {
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

/** An address of ours as a header can carry it: one may hold what stood in the address of the request, a line end too. */
export function asHeader(path: string): string {
	const url = new URL(path, HERE);
	return url.pathname + url.search + url.hash;
}
