import { inLocale } from './address.ts';
import { withGerman } from './german.ts';
import { localeFacts, type Locale } from './locale.ts';

/** An element that leads somewhere, with everything that stands in it; between quotes, `>` ends nothing. */
const LEADING = /<(?:a|form|button|input|area)\b(?:[^>"']|"[^"]*"|'[^']*')*>/g;
const TARGET = /(\s(?:href|action|formaction)=")(\/[^"]*)(?=")/g;
/** It says itself in which language its page is: a link to another one. */
const SAYS_LANGUAGE = /\shreflang="/;

const ROOT = /<html lang="de"/;

/**
 * A page in its language: says so, and whatever leads on from it leads to pages in that language. Done in one place, so
 * that no component and no text has to know in which language it is read.
 */
export function withLocalLinks(locale: Locale | undefined, html: string): string {
	if (locale === undefined || locale === 'de') return html;
	const { lang, dir } = localeFacts(locale);
	return withGerman(html)
		.replace(LEADING, (tag) =>
			SAYS_LANGUAGE.test(tag)
				? tag
				: tag.replace(TARGET, (_, before: string, target: string) => before + inLocale(locale, target))
		)
		.replace(ROOT, `<html lang="${lang}" dir="${dir}"`);
}
