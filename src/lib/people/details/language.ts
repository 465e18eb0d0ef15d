import { z } from 'zod';
import { currentFacts } from '../../texts/locales/current.ts';

/** In the order of need. What stands on a card is said in one of them. */
export const LANGUAGES = ['de', 'uk', 'ar', 'en', 'ru', 'tr', 'ro', 'bg', 'pl'] as const;
export type Language = (typeof LANGUAGES)[number];
export const LanguageName = z.enum(LANGUAGES);

/** What else people write in, here or where contributions are taken over from. */
const MORE = ['fr', 'es', 'it', 'nl', 'pt', 'el', 'hr', 'sr', 'sq', 'hu', 'cs', 'fa'] as const;

/** What people write in: one of those, or one we have no name for. */
export const SPOKEN = [...LANGUAGES, ...MORE, 'other'] as const;
export type Spoken = (typeof SPOKEN)[number];
export const SpokenName = z.enum(SPOKEN);

const FROM_THE_RIGHT: readonly Spoken[] = ['ar', 'fa'];
export const directionOf = (language: Spoken): 'ltr' | 'rtl' => (FROM_THE_RIGHT.includes(language) ? 'rtl' : 'ltr');

/** How an element says what its words are in, so that they are read out and set rightly. */
export interface Voice {
	lang?: string;
	dir?: 'ltr' | 'rtl' | 'auto';
}

/** For the element that holds the words, and nothing but them. On a page in German, German says nothing: the page has said it. */
export function voiceOf(language: Spoken): Voice {
	if (language === 'de' && currentFacts().lang === 'de') return {};
	return language === 'other' ? { lang: 'und', dir: 'auto' } : { lang: language, dir: directionOf(language) };
}

const LETTERS = /\p{L}/gu;
/** No German word has one of these. */
const OTHER_LETTERS = /[\p{Script=Cyrillic}\p{Script=Arabic}]/gu;
const countOf = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** Whether these words can be in it: what is mostly in other letters is no German, whatever a form says by default. */
export function canBe(language: Spoken, text: string): boolean {
	return language !== 'de' || 2 * countOf(text, OTHER_LETTERS) <= countOf(text, LETTERS);
}
