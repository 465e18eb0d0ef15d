import { withQuery } from '#lib/address.ts';
import { posix } from 'node:path';
import { sha256 } from '#lib/sha256.ts';
import { localPath } from '#lib/texts/locales/address.ts';
import { easyPage } from '#lib/texts/pages/pages.server.ts';

/** Addresses of the site and the files they become: the archive needs no server, so every file is named in full. */

/** What makes no sense where nobody can sign in, ask or write; links to it lead to the page about the archive. */
const LEFT_OUT =
	/^\/(anmelden|abmelden|meine|meine-daten|abstimmen|beitragen|uebernehmen|widerspruch|kommentare|werkstatt|bleiben|schnell-weg|kalender|barriere-melden|inhalt-melden|meldung|api|healthz|readyz)(\/|$)|^\/punkte\/\d+\/aendern$|\/zurueckziehen$/;
const SEARCH = /^\/suche(\/|$)/;
/** They say where somebody comes from, not what is shown. */
const SAYS_NOTHING = ['seite', 'weiter', 'ok', 'leer'];

/** Before the name of a file, in links of the archive's own pages: they are rewritten with all others. */
export const OWN = '/archive-file:';
export const ABOUT = 'archiv/index.html';
export const CONTENTS = 'verzeichnis/index.html';
export const SUMS = 'archiv/dateien.sha256';

/** As the site itself writes it: `/beitr%61ege//7` is the same page, and two files of one name would be none. */
function plainPath(path: string): string {
	const parts = path.split('/').filter(Boolean);
	try {
		return `/${parts.map((part) => encodeURIComponent(decodeURIComponent(part))).join('/')}`;
	} catch {
		// Nobody has such an address from us: it stays what somebody wrote.
		return `/${parts.join('/')}`;
	}
}

/** The archive is in German, and has the pages that are written in easy words: what leads to another language leads there. */
function inGerman(pathname: string): string {
	const { locale, path } = localPath(pathname);
	const isEasy = locale === 'leicht' && (path === '/' || easyPage(path.slice(1)) !== null);
	return isEasy ? pathname : path;
}

/** Every address that shows the same is spelled the same. */
export function plainAddress(url: URL): string {
	const query = new URLSearchParams([...url.searchParams].filter(([name]) => !SAYS_NOTHING.includes(name)));
	query.sort();
	return withQuery(plainPath(inGerman(url.pathname)), query);
}

/** The file of our own that stands for a page that is not in the archive; null: the page is in it. */
export function standInFor(address: string): string | null {
	const path = address.split('?')[0] ?? '';
	if (SEARCH.test(path)) return CONTENTS;
	return LEFT_OUT.test(path) ? ABOUT : null;
}

const short = (text: string) => sha256(text).slice(0, 10);

/** Names that every disk and every web server takes as they are; what would not survive gets its digest instead. */
function segment(part: string): string {
	const name = decodeURIComponent(part);
	return /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,120}$/.test(name) ? name : short(name);
}

const ENDINGS: Readonly<Record<string, string>> = {
	'text/html': '.html',
	'application/json': '.json',
	'application/ld+json': '.jsonld',
	'application/atom+xml': '.atom',
	'application/pdf': '.pdf',
	'text/csv': '.csv',
	'text/plain': '.txt',
	'text/css': '.css'
};

/** Where what came from this address is kept, e.g. `beitraege/7/index.html`. `type`: without its parameters. */
export function fileFor(address: string, type: string): string {
	const [path = '/', query] = address.split('?');
	const parts = path.split('/').filter(Boolean).map(segment);
	const marked = query === undefined ? '' : `${query.replace(/[^a-z0-9]+/g, '-').slice(0, 40)}-${short(query)}`;
	if (type === 'text/html') return [...parts, marked === '' ? 'index.html' : `_${marked}.html`].join('/');
	const last = parts.pop() ?? 'datei';
	const ending = /\.[a-z0-9]+$/.exec(last)?.[0] ?? '';
	const name = ending === '' ? last : last.slice(0, -ending.length);
	return [...parts, name + (marked && `-${marked}`) + (ending || (ENDINGS[type] ?? ''))].join('/');
}

/** The way from one file to another, as it stands in a link. */
export function wayTo(from: string, to: string): string {
	const way = posix.relative(posix.dirname(from), to);
	return way.split('/').map(encodeURIComponent).join('/');
}
