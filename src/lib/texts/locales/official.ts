import { currentWords } from '../current.ts';
import { asGerman, ownWords } from './german.ts';

/**
 * Official German texts (points, versions, questions, phases, fields) in the language of whoever reads. What is said for a
 * German wording is found by that wording, sign by sign: as soon as it is another one, German stands there again.
 */

/** Who has made a translation, and who has checked it. */
export interface Making {
	maker: 'person' | 'machine';
	/** Which one; empty where a person has made it. */
	machine: string;
	/** Who has checked it; empty: nobody. */
	checkers: string;
	/** YYYY-MM-DD */
	checkedOn: string | null;
}

export interface Translated extends Making {
	text: string;
}

/** What there is in one language. */
export interface Translations {
	/** Of exactly this wording. */
	of(german: string): Translated | undefined;
	/** The newest that was made of another wording of the same part, e.g. `point/7/body`. */
	former(place: string, german: string): Translated | undefined;
}

let ask: () => Translations | undefined = () => undefined;

/** Says where translations are looked up. Called once by the door of `translations`. */
export function lookUpTranslationsBy(source: () => Translations | undefined): void {
	ask = source;
}

const inUse = () => (currentWords().locale === 'de' ? undefined : ask());

/** undefined: nobody has said this wording in the language in which we speak right now. */
export const translationOf = (german: string): Translated | undefined => inUse()?.of(german);

/** The same of an older wording of this part: it says so where it is shown. */
export const formerTranslation = (place: string, german: string): Translated | undefined =>
	inUse()?.former(place, german);

/** A short official text in the language of the page, or in German, which then says so. */
export function official<T extends string | null | undefined>(german: T): T | string {
	if (!german) return german;
	const said = translationOf(german);
	return said ? ownWords(said.text) : asGerman(german);
}

/** The same where the page wants nothing but the words: for what is cut or compared. */
export const officialWords = (german: string): string => translationOf(german)?.text ?? german;

/** Facts of our sentences that are German words, whichever sentence it is. */
const GERMAN = ['reason', 'responsible', 'title'];
/** Those among them that may be said in the language of the page. A `title` may be somebody's own: nobody translates that. */
const OFFICIAL = ['asks', 'field', 'measure', 'phase'];

type Facts = Readonly<Record<string, string | number>>;

export function withGermanFacts(facts: Facts): Facts {
	if (currentWords().locale === 'de') return facts;
	const marked = Object.entries(facts).map(([name, fact]) => [
		name,
		typeof fact === 'string' ? marking(name, fact) : fact
	]);
	return Object.fromEntries(marked);
}

function marking(name: string, fact: string): string {
	if (OFFICIAL.includes(name)) return official(fact);
	return GERMAN.includes(name) ? asGerman(fact) : fact;
}
