import { isLocale, LOCALES, localeFacts, type Locale } from './locale.ts';

/** The language is the first part of an address: `/uk/beitraege/7`. German has none, and neither has what is no page. */

/** What programs ask for. */
const WITHOUT = /^\/(api|healthz|readyz|profil|_app)(\/|$)/;

/** Pages on which whoever works here is spoken to. */
export const isForTeam = (path: string): boolean => /^\/(werkstatt|anmelden\/team|abmelden\/anbieter)(\/|$)/.test(path);

/** Addresses of pages can end in a dot and a word, too (`…_vote.affected`): only these are endings of files. */
const FILE =
	/\.(?:atom|css|csv|docx|html|ico|ics|jpg|js|json|jsonld|mp4|odt|pdf|png|po|svg|txt|vtt|woff2|xlsx|xml|zip)$/;
/** A text of the website is called by its key, whatever that ends in. */
const TEXT = /^\/werkstatt\/texte\/[^/]+$/;
const isFile = (path: string): boolean => FILE.test(path) && !TEXT.test(path);

/** Languages in which the team is spoken to. */
const TEAM_LOCALES = ['de', 'en'] as const satisfies readonly Locale[];

/** In which languages there is a page. Files, which end in what they are, are in German only. */
export function localesAt(path: string): readonly Locale[] {
	if (WITHOUT.test(path) || isFile(path)) return ['de'];
	return isForTeam(path) ? TEAM_LOCALES : LOCALES;
}

/** Pages one can read in another language than German. */
export const hasLanguages = (path: string): boolean => localesAt(path).length > 1;

export interface LocalPath {
	locale: Locale;
	/** As it is called in German: what routes, rules and comparisons know. */
	path: string;
	/** The page that is there. */
	route: string;
}

const EASY = '/leicht';

/** What an address asks for. The start of the pages in easy words is a page of its own. */
export function localPath(pathname: string): LocalPath {
	const [, first = ''] = pathname.split('/', 2);
	if (!isLocale(first) || first === 'de') return { locale: 'de', path: pathname, route: pathname };
	const path = pathname.slice(first.length + 1) || '/';
	const route = first === 'leicht' && path === '/' ? EASY : path;
	return { locale: first, path, route };
}

/** Whether it says already which language is meant. To a language other than German its own page in easy words is not. */
function saysLocale(path: string, locale: Locale): boolean {
	const { locale: said } = localPath(path);
	return said === 'leicht' ? locale === 'leicht' : said !== 'de';
}

/** The same address in a language. What leads elsewhere, or to what has no languages, stays. */
export function inLocale(locale: Locale, href: string): string {
	if (locale === 'de' || !/^\/(?![/\\])/.test(href)) return href;
	const path = href.replace(/[?#].*$/s, '');
	if (!localesAt(path).includes(locale) || saysLocale(path, locale)) return href;
	return `/${locale}${path === '/' ? '' : path}${href.slice(path.length)}`;
}

export interface OtherLanguage {
	locale: Locale;
	href: string;
	name: string;
	lang: string;
	hreflang: string;
	dir: 'ltr' | 'rtl';
}

/** This page in every language it is in, in their order. `page`: in German, with its query. */
export function inEveryLanguage(page: string): OtherLanguage[] {
	// An address that begins with two slashes would lead to another site.
	const here = page.replace(/^[/\\]+/, '/');
	return localesAt(here.replace(/[?#].*$/s, '')).map((locale) => {
		const { name, lang, hreflang, dir } = localeFacts(locale);
		return { locale, href: inLocale(locale, here), name, lang, hreflang, dir };
	});
}
