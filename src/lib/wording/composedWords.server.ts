import { namesText } from '../profile/words/nameList.ts';
import type { Profile } from '../profile/profile.ts';
import { profileText } from '../profile/words/profileText.ts';
import type { Ctx } from '../server/ctx.ts';
import type { Words } from '../texts/current.ts';
import { markedGerman } from '../texts/locales/german.ts';
import { localeFacts, type Locale, type Translated } from '../texts/locales/locale.ts';
import { readPages } from '../texts/pages/pages.server.ts';
import { sourceTexts, withTerms, wordsFrom, type Sources, type TextKey } from '../texts/words.ts';
import { translationsOf } from './translations.server.ts';
import { isPageKey, mayStandFor } from './wording.ts';

export type Texts = ReadonlyMap<TextKey, string>;
/** What the operator says in place of ours, by language. */
export type Overrides = ReadonlyMap<Locale, Texts>;

const NO_TEXTS: Texts = new Map();
export const NO_OVERRIDES: Overrides = new Map();

let pages: ReturnType<typeof readPages> | undefined;
const ourPages = () => (pages ??= readPages('de'));
let ours: Map<TextKey, string> | undefined;
/** The German source. */
export const ourTexts = (): Texts => (ours ??= sourceTexts(ourPages()));

/** The terms of a profile, and what its kinds, answers … are called. */
export function termsOf(profile: Profile, texts = NO_TEXTS): Sources['term'] {
	const term = (reference: string) => profileText(profile, reference);
	const said = (key: TextKey) => withTerms(texts.get(key) ?? profile.wording[key] ?? ourTexts().get(key) ?? '', term);
	return (reference) => term(reference) ?? namesText(said, ourTexts().keys(), reference);
}

/** What a profile says in place of ours. It may come from a file of another version: what cannot stand there does not. */
function fitting(wording: Profile['wording'], profile: Profile): Texts {
	const term = termsOf(profile);
	return new Map(
		Object.entries(wording).filter(([key, text]) => {
			const original = ourTexts().get(key);
			return original !== undefined && mayStandFor(key, original, text, term).ok;
		})
	);
}

/** To whom something is said; undefined: to whoever takes part. */
type Audience = Ctx['audience'];

const toTeam = new WeakMap<Profile, Texts>();
const toParticipants = new WeakMap<Profile, Texts>();

function ofProfile(profile: Profile, audience: Audience): Texts {
	const known = audience === 'team' ? toTeam : toParticipants;
	const { wording, participantWording } = profile;
	const texts =
		known.get(profile) ?? fitting(audience === 'team' ? wording : { ...wording, ...participantWording }, profile);
	known.set(profile, texts);
	return texts;
}

/** What the operator words anew is what whoever takes part reads: where the team reads something else, it goes on reading that. */
function heardBy(audience: Audience, { participantWording }: Profile, overrides: Texts): Texts {
	if (audience !== 'team') return overrides;
	return new Map([...overrides].filter(([key]) => !Object.hasOwn(participantWording, key)));
}

/**
 * What is said in a language, most particular last. Where it has no words of its own, German stands there; a page that the
 * operator has written anew does, too, until that is translated: it says what the law wants.
 */
function textsIn(locale: Locale, audience: Audience, overrides: Overrides, profile: Profile): Texts {
	const german = heardBy(audience, profile, overrides.get('de') ?? NO_TEXTS);
	const ofProcess = ofProfile(profile, audience);
	const base = [...ofProcess, ...german];
	if (locale === 'de') return new Map(base);
	const rewritten = [...german].filter(([key]) => isPageKey(key));
	const particular = fitting(profile.translations[locale]?.wording ?? {}, profile);
	// Easy words are German: what the process says itself, and how it speaks to people, is nearer to them than what all share.
	const nearer = localeFacts(locale).lang === 'de' ? ofProcess : NO_TEXTS;
	const own = [...nearer, ...particular, ...rewritten, ...(overrides.get(locale) ?? NO_TEXTS)];
	return new Map([...saidInGerman(locale, [...ourTexts(), ...base]), ...translationsOf(locale), ...own]);
}

/** What nobody has translated says so where it stands. A page is read as a whole. */
function saidInGerman(locale: Translated, texts: readonly [TextKey, string][]): [TextKey, string][] {
	if (localeFacts(locale).lang === 'de') return [...texts];
	return texts.map(([key, text]) => [key, isPageKey(key) || text === '' ? text : markedGerman(text)]);
}

/** Words cost milliseconds to put together and are the same for every request between two changes. */
const made = new WeakMap<Overrides, WeakMap<Profile, Map<string, Words>>>();

/** The words of a process in a language. `profile`: as it is in that language. */
export function composedWords(overrides: Overrides, profile: Profile, locale: Locale, audience?: Audience): Words {
	const byProfile = made.get(overrides) ?? new WeakMap<Profile, Map<string, Words>>();
	made.set(overrides, byProfile);
	const byReader = byProfile.get(profile) ?? new Map<string, Words>();
	byProfile.set(profile, byReader);
	const reader = `${locale} ${audience ?? ''}`;
	const known = byReader.get(reader);
	if (known) return known;
	const texts = textsIn(locale, audience, overrides, profile);
	const words = wordsFrom({ locale, pages: ourPages(), overrides: texts, term: termsOf(profile, texts) });
	byReader.set(reader, words);
	return words;
}

/** What whoever takes part reads when nobody has reworded it: the profile's, else what comes with the program. undefined: there is no such text. */
export function shippedText(key: TextKey, profile: Profile, locale: Locale = 'de'): string | undefined {
	const german = ofProfile(profile, undefined).get(key) ?? ourTexts().get(key);
	return locale === 'de' ? german : (translatedText(key, profile, locale) ?? german);
}

/** undefined: nobody has translated it. */
export const translatedText = (key: TextKey, { translations }: Profile, locale: Translated): string | undefined =>
	translations[locale]?.wording[key] ?? translationsOf(locale).get(key);
