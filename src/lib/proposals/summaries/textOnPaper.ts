import { voiceOf, type Spoken } from '../../people/details/language.ts';

/** Words of a contribution as paper has them. */
interface Printed {
	text: string;
	lang?: string;
}

/** With their language, so that they are set and read out rightly. */
export function wordsOnPaper(text: string, language: Spoken): Printed {
	const { lang } = voiceOf(language);
	return lang ? { text, lang } : { text };
}
