import { german, type Catalogue } from './catalogue.ts';
import type { Locale } from './locales/locale.ts';
import type { Pages } from './pages/page.ts';

/** In which words we speak right now: a language, and its sentences with what the operator has put in their place. */
export interface Words {
	locale: Locale;
	catalogue: Catalogue;
	/** Fixed pages; without: as they lie in the folder of German. */
	pages?: Pages;
	/** What the same process says in German; missing: nothing else is known than what comes with the program. */
	german?: () => Words;
}

let fallback: () => Words = () => ({ locale: 'de', catalogue: german });
let ask: () => Words | undefined = () => undefined;

let official: Words | undefined;

/** The words of the request, the chore or the command that is being done; outside of them German with the terms that hold. */
export const currentWords = (): Words => official ?? ask() ?? fallback();

/**
 * In German, whatever language the page is in: for what is kept, sent or handed out, because whoever reads it then is not
 * whoever acts now. `say` answers at once: what it goes on with later is in the language of the page again.
 */
export function inGerman<T>(say: () => T): T {
	const [before, here] = [official, currentWords()];
	official = here.locale === 'de' ? here : (here.german?.() ?? fallback());
	try {
		return say();
	} finally {
		official = before;
	}
}

/** Says where `currentWords` looks. Called once by the door of `wording`: this folder itself runs anywhere. */
export function lookUpWordsBy(source: () => Words | undefined): void {
	ask = source;
}

/** What is said where nobody asks: in a test of a rule, in what runs on after the request that began it. */
export function fallBackOnWords(words: () => Words): void {
	fallback = words;
}
