import { canonical } from '../canonical.ts';
import { count, fill, t } from '../texts/texts.ts';
import { differences, type ShownChange } from '../ui/forms/shownChange.ts';
import { PICTURES } from './look/picture.ts';
import { isOfList, NAME_LISTS } from './words/nameList.ts';
import type { Profile } from './profile.ts';
import { TERMS } from './words/term.ts';

/** What one profile says otherwise than another, in the words of the pages on which it is changed. */
export function changesBetween(before: Profile, after: Profile): ShownChange[] {
	return [
		...differences(lookFacts(before), lookFacts(after)),
		...pictureChanges(before, after),
		...differences(groupFacts(before), groupFacts(after)),
		...differences(wordFacts(before), wordFacts(after)),
		...districtChanges(before, after),
		...textChanges(before, after)
	];
}

function lookFacts({ look }: Profile): Record<string, string> {
	const words = t.profile.look;
	return {
		...{ [words.name]: look.name, [words.claim]: look.claim, [words.official]: look.official },
		[words.calls]: words.menu[look.calls],
		...{ [words.flag]: words.flags[look.flag], [words.light]: look.accent.light, [words.dark]: look.accent.dark }
	};
}

/** A picture has no words: whether there is one of one's own, and whether it is another. */
function pictureChanges({ look: before }: Profile, { look: after }: Profile): ShownChange[] {
	const { names, of } = t.profile.pictures;
	return PICTURES.filter((picture) => before[picture] !== after[picture]).map((picture) => ({
		label: names[picture],
		before: before[picture] === '' ? of.none : of.own,
		after: after[picture] === '' ? of.none : before[picture] === '' ? of.own : of.other
	}));
}

function groupFacts({ groups }: Profile): Record<string, string> {
	const { groups: words, concerns } = t.profile;
	return {
		[concerns.groups]: groups.map(({ name }) => name).join(', '),
		...Object.fromEntries(
			groups.map(({ key, ...group }) => [fill(words.previewOf, { key }), Object.values(group).join(' · ')])
		)
	};
}

function wordFacts({ address, terms }: Profile): Record<string, string> {
	const words = t.profile.words;
	return {
		[words.address]: words.addresses[address],
		...Object.fromEntries(TERMS.map((term) => [words.terms[term], [...new Set(Object.values(terms[term]))].join(', ')]))
	};
}

/** One line for each place that comes, goes or is called otherwise: the whole list would say nothing. */
function districtChanges(before: Profile, after: Profile): ShownChange[] {
	const names = ({ districts }: Profile) =>
		Object.fromEntries(districts.map(({ key, name }) => [fill(t.profile.districts.of, { key }), name]));
	const changed = differences(names(before), names(after));
	const sum = ({ districts }: Profile) => count(t.profile.now.districts, districts.length);
	const all = { label: t.profile.concerns.districts, before: sum(before), after: sum(after) };
	const order = changed.length === 0 && canonical(before.districts) !== canonical(after.districts);
	if (order) return [{ ...all, after: t.profile.districts.reordered }];
	return changed.length === 0 ? [] : [...(all.before === all.after ? [] : [all]), ...changed];
}

const changedKeys = (before: Profile['wording'], after: Profile['wording']): string[] =>
	[...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => before[key] !== after[key]);

/** How many texts are others: of each list of names, and all the rest together. */
function textChanges(before: Profile, after: Profile): ShownChange[] {
	const keys = [
		...changedKeys(before.wording, after.wording),
		...changedKeys(before.participantWording, after.participantWording)
	];
	const line = (label: string, many: number): ShownChange[] =>
		many === 0 ? [] : [{ label, before: '', after: count(t.profile.whole.texts, many) }];
	const rest = keys.filter((key) => !NAME_LISTS.some((list) => isOfList(list, key)));
	const translated = canonical(before.translations) === canonical(after.translations);
	return [
		...NAME_LISTS.flatMap((list) => line(t.profile.concerns[list], keys.filter((key) => isOfList(list, key)).length)),
		...line(t.profile.whole.sentences, rest.length),
		...(translated
			? []
			: [{ label: t.profile.whole.translations, before: '', after: Object.keys(after.translations).join(', ') }])
	];
}
