import type { Locale } from '../../texts/locales/locale.ts';
import type { Profile } from '../profile.ts';
import { termText } from './term.ts';
import type { Translation } from './translation.ts';

/** What every sentence may name besides the terms. */
const NAMES = ['name', 'claim', 'official'] as const;

/** What stands for `{-name}` or `{-authority.genitive}` in a sentence, or for `{-groups.list}` on a page. null: there is no such thing. */
export function profileText(
	{ look, terms, groups }: Pick<Profile, 'look' | 'terms' | 'groups'>,
	reference: string
): string | null {
	if (reference === 'groups.list') return groups.map(({ name, long }) => `- **${name}:** ${long}.`).join('\n');
	const name = NAMES.find((one) => one === reference);
	return name === undefined ? termText(terms, reference) : look[name];
}

const known = new WeakMap<Profile, Map<Locale, Profile>>();
const german = new WeakMap<Profile, Profile>();

/** The profile as somebody reads it in a language: names of groups, terms and the name of the process. Keys stay. */
export function profileIn(locale: Locale, profile: Profile): Profile {
	const translation = locale === 'de' ? undefined : profile.translations[locale];
	if (!translation) return profile;
	const byLocale = known.get(profile) ?? new Map<Locale, Profile>();
	known.set(profile, byLocale);
	const one = byLocale.get(locale) ?? translated(profile, translation);
	byLocale.set(locale, one);
	german.set(one, profile);
	return one;
}

/** What `profileIn` has made another language of. */
export const germanProfile = (profile: Profile): Profile => german.get(profile) ?? profile;

const translated = (profile: Profile, { look, terms, groups }: Translation): Profile => ({
	...profile,
	look: { ...profile.look, ...look },
	terms: { ...profile.terms, ...terms },
	groups: profile.groups.map((group) => ({ ...group, ...groups.find(({ key }) => key === group.key) }))
});
