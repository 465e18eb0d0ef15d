import { inLocale } from './address.ts';
import { withGerman } from './german.ts';
import { localeFacts, type Locale } from './locale.ts';
import { endOfTag } from './markup.ts';

const TARGET = /(\s(?:href|action|formaction)=")(\/[^"]*)(?=")/g;
/** Elements that lead somewhere. */
const LEADING = /<(?:a|form|button|input|area)\b/y;
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
	return withLinksIn(locale, withGerman(html)).replace(ROOT, `<html lang="${lang}" dir="${dir}"`);
}

function withLinksIn(locale: Locale, html: string): string {
	let page = '';
	let done = 0;
	for (const { index } of html.matchAll(TARGET)) {
		// In an attribute, `<` is written in another way: the tag begins at the last one.
		const open = html.lastIndexOf('<', index);
		LEADING.lastIndex = open;
		if (open < done || !LEADING.test(html)) continue;
		const end = endOfTag(html, open);
		// What only reads like a link stands in the words behind it.
		if (end < index) continue;
		const tag = html.slice(open, end);
		page += html.slice(done, open);
		page += SAYS_LANGUAGE.test(tag)
			? tag
			: tag.replace(TARGET, (_, before: string, target: string) => before + inLocale(locale, target));
		done = end;
	}
	return page + html.slice(done);
}
