import { inGerman } from '../../texts/current.ts';
import { fill, t } from '../../texts/texts.ts';
import { directionOf, LANGUAGES, type Language } from '../details/language.ts';

/** What a card says, and in which language and direction that is to be read. */
export interface CardWords {
	language: Language;
	direction: 'ltr' | 'rtl';
	heading: string;
	sentences: readonly string[];
}

export function cardWords(language: Language): CardWords {
	const { heading, sentences } = inGerman(() =>
		language === 'de' ? t.workshop.cards.sheet : t.cardLanguages[language]
	);
	return { language, direction: directionOf(language), heading, sentences };
}

/** Told on the card itself: whoever comes in with it speaks openly, for others. In German. */
export function organisationWords(organisation: string): CardWords {
	const { heading, sentences } = inGerman(() => t.workshop.cards.sheet.organisation);
	const said = sentences.map((sentence) => inGerman(() => fill(sentence, { name: organisation })));
	return { language: 'de', direction: 'ltr', heading, sentences: said };
}

export const languageOptions = () => LANGUAGES.map((value) => ({ value, label: t.people.languages[value] }));

/** Nobody whose first language it is has read these sentences. */
export function isUnread(language: Language): boolean {
	return language !== 'de' && t.cardLanguages[language].reviewed === null;
}
