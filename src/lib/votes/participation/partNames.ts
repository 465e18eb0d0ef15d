import { authorGroupNames, groupNames } from '../../people/groupNames.ts';
import { districtOptions } from '../../people/details/district.ts';
import { t } from '../../texts/texts.ts';
import type { PartLine } from './participation.ts';

type Named = Exclude<PartLine, 'months'>;

const districts = (): Readonly<Record<string, string>> =>
	Object.fromEntries([
		...districtOptions().map(({ value, label }) => [value, label] as const),
		['none', t.people.district.none]
	]);

/** What the counts of a line are called. Months are called by their numbers. */
export const partNames = (): Readonly<Record<Named, Readonly<Record<string, string>>>> => ({
	...{ people: groupNames(), contributions: authorGroupNames(), comments: authorGroupNames() },
	...{ channels: t.votes.participation.ways, kinds: t.proposals.kinds, sheets: t.recording.channels },
	...{ languages: t.people.languages, districts: districts() }
});
