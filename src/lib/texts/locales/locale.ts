/** Languages in which participants' pages are. German is the source and has no part in an address; `leicht` is German in easy words. */
export const LOCALES = ['de', 'leicht', 'en', 'uk', 'ar', 'tr', 'ru', 'pl', 'ro', 'bg'] as const;
export type Locale = (typeof LOCALES)[number];
export type Translated = Exclude<Locale, 'de'>;

const isTranslated = (locale: Locale): locale is Translated => locale !== 'de';
export const TRANSLATED: readonly Translated[] = LOCALES.filter(isTranslated);

interface LocaleFacts {
	/** What it calls itself. */
	name: string;
	/** How an element says that its words are in it. */
	lang: string;
	/** The same, for whoever chooses among pages: easy German is a language of its own there. */
	hreflang: string;
	dir: 'ltr' | 'rtl';
	/** For numbers, dates and plurals. Arabic is written with the digits that stand on letters and money in Germany. */
	intl: string;
}

const facts = (lang: string, name: string, intl = lang): LocaleFacts => ({
	...{ lang, name, hreflang: lang, dir: 'ltr', intl }
});

const FACTS: Readonly<Record<Locale, LocaleFacts>> = {
	de: facts('de', 'Deutsch', 'de-DE'),
	leicht: { ...facts('de', 'Einfache Sprache', 'de-DE'), hreflang: 'de-simple' },
	en: facts('en', 'English', 'en-GB'),
	uk: facts('uk', 'Українська'),
	ar: { ...facts('ar', 'العربية', 'ar-u-nu-latn'), dir: 'rtl' },
	tr: facts('tr', 'Türkçe'),
	ru: facts('ru', 'Русский'),
	pl: facts('pl', 'Polski'),
	ro: facts('ro', 'Română'),
	bg: facts('bg', 'Български')
};

export const localeFacts = (locale: Locale): LocaleFacts => FACTS[locale];

export const isLocale = (text: string): text is Locale => LOCALES.some((one) => one === text);
