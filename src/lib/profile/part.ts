import { isOfList, NAME_LISTS, type NameList } from './words/nameList.ts';
import type { Profile } from './profile.ts';

/** What one page of the workshop changes of a profile; each has a history of its own. */
const PARTS = ['look', 'pictures', 'groups', 'words', 'districts', ...NAME_LISTS] as const;
export type Part = (typeof PARTS)[number];

/** What somebody has changed: one part, or all at once from a file or a former state. */
export const CONCERNS = [...PARTS, 'all'] as const;
export type Concern = (typeof CONCERNS)[number];

/** What is said of the entries of one list; everything else that is worded stays. */
function namesOf(list: NameList) {
	const only = (wording: Profile['wording'], mine: boolean) =>
		Object.fromEntries(Object.entries(wording).filter(([key]) => isOfList(list, key) === mine));
	return (now: Profile, then: Pick<Profile, 'wording'>): Profile => ({
		...now,
		wording: { ...only(now.wording, false), ...only(then.wording, true) }
	});
}

const TAKEN: Readonly<Record<Part, (now: Profile, then: Profile) => Profile>> = {
	look: (now, then) => ({ ...now, look: { ...then.look, ...picturesOf(now) } }),
	pictures: (now, then) => ({ ...now, look: { ...now.look, ...picturesOf(then) } }),
	groups: (now, { groups }) => ({ ...now, groups }),
	words: (now, { terms, address }) => ({ ...now, terms, address }),
	districts: (now, { districts }) => ({ ...now, districts }),
	kinds: namesOf('kinds'),
	outcomes: namesOf('outcomes'),
	grounds: namesOf('grounds'),
	competences: namesOf('competences')
};

const picturesOf = ({ look: { logo, favicon, shareImage } }: Profile) => ({ logo, favicon, shareImage });

/** The profile as it is now, with this part as it was then. */
export const withPart = (part: Part, now: Profile, then: Profile): Profile => TAKEN[part](now, then);
