import { z } from 'zod';
import { seenField } from '../form.ts';
import { hasRole, type Person } from '../people/person.ts';
import { isPlace, LEGAL_PLACES } from '../texts/pages/places.ts';
import { parsePage } from '../texts/pages/page.ts';
import type { Locale } from '../texts/locales/locale.ts';
import { lackingPlurals, placeholders } from '../texts/message.ts';
import { unknownTerms, withoutTerms, type Sources, type TextKey } from '../texts/words.ts';
import { all, no, noWhen, yes, type Verdict } from '../verdict.ts';

/**
 * What the operator says in place of one of our sentences or fixed pages. Every sentence of the catalogues and every fixed
 * page can be said otherwise, but for addresses and ids (`wording.server.ts`); what the law wants on a page has to stay.
 */

const SENTENCE_MAX = 2_000;
const PAGE_TEXT_MAX = 20_000;

/** Empty: back to ours. */
export const WordingForm = z.object({
	text: z.string('missing').max(PAGE_TEXT_MAX, 'tooLong'),
	seen: seenField.optional()
});
export type WordingInput = z.output<typeof WordingForm>;

export function mayReword(person: Person | null): Verdict {
	return all(noWhen(person === null, 'signInFirst'), noWhen(!hasRole(person, 'admin'), 'roleMissing'));
}

export const isPageKey = (key: TextKey): boolean => key.startsWith('page:');
export const maxOf = (key: TextKey): number => (isPageKey(key) ? PAGE_TEXT_MAX : SENTENCE_MAX);

const MARKUP = /<\/?[a-z!][^>]*>/i;
const list = (names: readonly string[]) => names.map((name) => `{${name}}`).join(', ');

/** Whether this text can stand in place of ours: it needs the same facts, and is not markup. */
export function mayStandFor(key: TextKey, ours: string, text: string, term: Sources['term']): Verdict {
	const [invented] = unknownTerms(text, term);
	return all(
		noWhen(text.length > maxOf(key), 'wordingTooLong', { most: String(maxOf(key)) }),
		noWhen(MARKUP.test(text), 'wordingMarkup'),
		noWhen(invented !== undefined, 'wordingInvented', { names: invented ?? '' }),
		isPageKey(key) ? mayStandForPage(text) : mayStandForSentence(ours, text)
	);
}

function mayStandForSentence(ours: string, text: string): Verdict {
	const [wanted, given] = [namesIn(ours), namesIn(text)];
	if (given === null) return no('wordingBroken');
	const missing = (wanted ?? []).filter((name) => !given.includes(name));
	const more = given.filter((name) => !(wanted ?? []).includes(name));
	return all(
		noWhen(missing.length > 0, 'wordingMissing', { names: list(missing) }),
		noWhen(more.length > 0, 'wordingInvented', { names: list(more) })
	);
}

function namesIn(sentence: string): string[] | null {
	try {
		return placeholders(withoutTerms(sentence));
	} catch {
		return null;
	}
}

const PLACE = /\{\{(\w+)\}\}/g;

/** What the law wants on a page must stay there. */
function mayStandForPage(text: string): Verdict {
	try {
		parsePage(text);
	} catch {
		return no('wordingNoPage');
	}
	const named = [...text.matchAll(PLACE)].map(([, name = '']) => name);
	const more = named.filter((name) => !isPlace(name));
	return more.length > 0 ? no('wordingInvented', { names: list(more) }) : yes;
}

/** Each language has forms of its own for numbers: Ukrainian four, Arabic six. */
export function mayCount(locale: Locale, text: string): Verdict {
	if (!text.includes(', plural,')) return yes;
	const lacking = lackingPlurals(locale, withoutTerms(text));
	return noWhen(lacking.length > 0, 'wordingPlural', { names: lacking.join(', ') });
}

/** Places that the law wants on this page and that the new text leaves out. */
export function mayLeaveOut(ours: string, text: string): Verdict {
	const missing = LEGAL_PLACES.filter((name) => ours.includes(`{{${name}}}`) && !text.includes(`{{${name}}}`));
	return noWhen(missing.length > 0, 'wordingMissing', { names: missing.map((name) => `{{${name}}}`).join(', ') });
}

/** Whether entries of a list can be told from each other by their names. */
export function mayBeTold(names: readonly string[]): Verdict {
	const plain = names.map((name) => name.toLocaleLowerCase('de'));
	const twice = names.find((_, at) => plain.indexOf(plain[at] ?? '') !== at);
	return noWhen(twice !== undefined, 'nameTwice', { name: twice ?? '' });
}
