import { onPaper, voiceOf, type Spoken } from '../people/language.ts';
import { fill, t } from '../texts/texts.ts';

/** Words of a contribution as paper has them. */
interface Printed {
	text: string;
	lang?: string;
}

/** Where the fonts for paper lack the letters, it is said that the page has the words; never a row of question marks. */
export function wordsOnPaper(text: string, language: Spoken): Printed {
	if (!onPaper(language)) return { text: fill(t.proposals.notOnPaper, { language: t.people.languages[language] }) };
	const { lang } = voiceOf(language);
	return lang ? { text, lang } : { text };
}
