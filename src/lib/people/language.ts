import { z } from 'zod';

/** In the order of need. What stands on a card is said in one of them. */
export const LANGUAGES = ['de', 'uk', 'ar', 'en', 'ru', 'tr', 'ro', 'bg', 'pl'] as const;
export type Language = (typeof LANGUAGES)[number];
export const LanguageName = z.enum(LANGUAGES);

/** The fonts for paper have no Arabic letters: such cards are printed from the page, where every device has them. */
const NOT_ON_PAPER: readonly Language[] = ['ar'];
export const onPaper = (language: Language) => !NOT_ON_PAPER.includes(language);

export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr');
