import { cardLanguages } from '../texts/de/cardLanguages.ts';
import { t } from '../texts/texts.ts';
import { directionOf, LANGUAGES, onPaper, type Language } from './language.ts';

/** What a card says, and in which language and direction that is to be read. */
export interface CardWords {
	language: Language;
	direction: 'ltr' | 'rtl';
	heading: string;
	sentences: readonly string[];
}

export function cardWords(language: Language): CardWords {
	const { heading, sentences } = language === 'de' ? t.workshop.cards.sheet : cardLanguages[language];
	return { language, direction: directionOf(language), heading, sentences };
}

/** On paper; where its letters are missing there, in German. */
export function paperWords(language: Language): CardWords {
	return cardWords(onPaper(language) ? language : 'de');
}

export const languageOptions = LANGUAGES.map((value) => ({ value, label: t.people.languages[value] }));

/** Nobody whose first language it is has read these sentences. */
export function isUnread(language: Language): boolean {
	return language !== 'de' && cardLanguages[language].reviewed === null;
}
