import { readProfile } from '../profile/profileFile.ts';
import type { Profile } from '../profile/profile.ts';
import type { Locale } from '../texts/locales/locale.ts';
import { lackingPlurals } from '../texts/message.ts';
import { withoutTerms, type TextKey } from '../texts/words.ts';
import { fieldSentence, reasonSentence } from '../texts/texts.ts';
import { no, noWhen, obey, yes, type Verdict } from '../verdict.ts';
import { ourTexts, termsOf } from './composedWords.server.ts';
import { isPageKey, mayLeaveOut, mayStandFor } from './wording.ts';

/** A profile as a file holds it, with everything it says. Refused, with the first thing that is wrong. */
export function readProfileWithWords(text: string): Profile {
	const profile = readProfile(text);
	obey(mayBeSaid(profile));
	return profile;
}

/** Whether everything that a profile says, in whatever language, can stand in place of ours. */
export function mayBeSaid(profile: Profile): Verdict {
	return firstNo([
		...wordings(profile).map(
			({ place, locale, wording }) =>
				() =>
					mayAllStand(place, locale, wording, profile)
		),
		...translations(profile).map(
			([locale, { groups }]) =>
				() =>
					mayNameGroups(`translations.${locale}.groups`, groups, profile)
		)
	]);
}

/** Judged one after the other, and only as far as the first that says no: a profile holds hundreds of texts. */
function firstNo(judged: readonly (() => Verdict)[]): Verdict {
	for (const judge of judged) {
		const verdict = judge();
		if (!verdict.ok) return verdict;
	}
	return yes;
}

interface Said {
	/** As a path in the file. */
	place: string;
	locale: Locale;
	wording: Profile['wording'];
}

type OneTranslation = NonNullable<Profile['translations'][keyof Profile['translations']]>;

function translations({ translations }: Profile): [Exclude<Locale, 'de'>, OneTranslation][] {
	const found: [Exclude<Locale, 'de'>, OneTranslation][] = [];
	for (const [locale, one] of Object.entries(translations))
		if (isOneOf(locale, translations)) found.push([locale, one]);
	return found;
}

const isOneOf = (locale: string, all: Profile['translations']): locale is keyof Profile['translations'] =>
	Object.hasOwn(all, locale);

const wordings = (profile: Profile): Said[] => [
	{ place: 'wording', locale: 'de', wording: profile.wording },
	{ place: 'participantWording', locale: 'de', wording: profile.participantWording },
	...translations(profile).map(([locale, { wording }]) => ({
		place: `translations.${locale}.wording`,
		locale,
		wording
	}))
];

function mayAllStand(place: string, locale: Locale, wording: Profile['wording'], profile: Profile): Verdict {
	return firstNo(
		Object.entries(wording).map(([key, text]) => () => {
			const at = `${place}.${key}`;
			const original = ourTexts().get(key);
			if (original === undefined) return no('profileUnknownKey', { key: at });
			const verdict = mayStandIn(locale, key, { original, text }, profile);
			const problem = verdict.ok ? '' : reasonSentence(verdict.because, verdict.facts);
			return noWhen(!verdict.ok, 'profileWrong', { place: at, problem });
		})
	);
}

/** Whether a text can stand in place of ours in its language: same facts, no markup, what the law wants, every plural. */
export function mayStandIn(
	locale: Locale,
	key: TextKey,
	{ original, text }: { original: string; text: string },
	profile: Profile
): Verdict {
	if (text.trim() === '' && original.trim() !== '') return no('wordingEmpty');
	const verdict = mayStandFor(key, original, text, termsOf(profile));
	if (!verdict.ok) return verdict;
	if (isPageKey(key)) return mayLeaveOut(original, text);
	const lacking = text.includes(', plural,') ? lackingPlurals(locale, withoutTerms(text)) : [];
	return noWhen(lacking.length > 0, 'wordingPlural', { names: lacking.join(', ') });
}

type NamedGroup = OneTranslation['groups'][number];

function mayNameGroups(place: string, groups: readonly NamedGroup[], profile: Profile): Verdict {
	const unknown = groups.find(({ key }) => !profile.groups.some((one) => one.key === key));
	const names = groups.map(({ name }) => name.toLowerCase());
	const twice = new Set(names).size < names.length || new Set(groups.map(({ key }) => key)).size < groups.length;
	if (unknown) return no('profileUnknownKey', { key: `${place}.${unknown.key}` });
	return noWhen(twice, 'profileWrong', { place, problem: fieldSentence('profileGroupTwice') });
}

/** For a file that any program of this version takes: what a former one knew and nothing says any more is left out. */
export function withKnownTexts(profile: Profile): Profile {
	const known = (wording: Profile['wording']) =>
		Object.fromEntries(Object.entries(wording).filter(([key]) => ourTexts().has(key)));
	const said = translations(profile).map(([locale, one]) => [locale, { ...one, wording: known(one.wording) }]);
	return {
		...profile,
		...{ wording: known(profile.wording), participantWording: known(profile.participantWording) },
		translations: Object.fromEntries(said)
	};
}
