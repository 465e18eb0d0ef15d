import { isLocale, LOCALES, localeFacts, type Locale } from './locale.ts';

/** The language is the first part of an address: `/uk/beitraege/7`. German has none, and neither has what is no page for participants. */

const WITHOUT = /^\/(werkstatt|api|healthz|readyz|profil|_app|anmelden\/team|abmelden\/anbieter)(\/|$)/;

/** Pages for participants. Not: the workshop, programs, and files, which end in what they are. */
export const hasLanguages = (path: string): boolean => !WITHOUT.test(path) && !/\.\w+$/.test(path);

/** Pages on which whoever works here is spoken to. */
export const isForTeam = (path: string): boolean => /^\/(werkstatt|anmelden\/team|abmelden\/anbieter)(\/|$)/.test(path);

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
	if (!hasLanguages(path) || saysLocale(path, locale)) return href;
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

/** This page in every language, in their order. `page`: in German, with its query. */
export function inEveryLanguage(page: string): OtherLanguage[] {
	// An address that begins with two slashes would lead to another site.
	const here = page.replace(/^[/\\]+/, '/');
	return LOCALES.map((locale) => {
		const { name, lang, hreflang, dir } = localeFacts(locale);
		return { locale, href: inLocale(locale, here), name, lang, hreflang, dir };
	});
}
