/**
 * What other websites may read, too: files, feeds and the interface for programs, with everything that goes wrong there.
 * Never anything behind sign-in, or behind an address that only one person knows; and nobody is asked for a cookie (the star allows no credentials).
 */
const FILE = /\.(json|jsonld|csv|pdf|docx|odt|atom|xml|ics|txt|vtt|mp4|jpg|zip)$/;
/** Logo, colours and picture of the profile. */
const LOOK = '/profil/';
const BEHIND_SIGN_IN =
	/^\/(werkstatt|abmelden|abstimmen|aendern|anmelden|beirat|beitragen|bleiben|dank|gruppe|kommentare|meine|meine-daten|nachrichten|schnell-weg|stellungnahmen|uebernehmen|vorschau|widerspruch)(\/|$)/;

export const isApi = (path: string) => path === '/api' || path.startsWith('/api/');

/** With a slash too many it is the same file: whoever is sent on from there must be allowed to follow. */
export function isOpen(address: string): boolean {
	const path = address.replace(/(?<!\/)\/+$/, '');
	return isApi(path) || path.startsWith(LOOK) || (FILE.test(path) && !BEHIND_SIGN_IN.test(path));
}

const EXPOSED = [
	...['accept-ranges', 'content-disposition', 'content-length', 'content-range', 'etag', 'last-modified', 'link'],
	...['repr-digest', 'retry-after', 'allow', 'x-request-id']
];

export const OPEN_HEADERS: Readonly<Record<string, string>> = {
	'access-control-allow-origin': '*',
	'access-control-expose-headers': EXPOSED.join(', '),
	'cross-origin-resource-policy': 'cross-origin'
};

export const READING = 'GET, HEAD, OPTIONS';

/** What a browser asks before it lets another website send a request with more than the simplest headers. */
export const PREFLIGHT: Readonly<Record<string, string>> = {
	...OPEN_HEADERS,
	allow: READING,
	'access-control-allow-methods': READING,
	'access-control-allow-headers': 'accept, cache-control, if-modified-since, if-none-match, if-range, range',
	'access-control-max-age': '86400'
};
