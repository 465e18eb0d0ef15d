import { DISTRICTS, districtName } from '../people/district.ts';
import { t } from '../texts/texts.ts';
import type { PartLine } from './participation.ts';

type Named = Exclude<PartLine, 'months'>;

const districts: Readonly<Record<string, string>> = Object.fromEntries([
	...DISTRICTS.map((key) => [key, districtName(key)] as const),
	['none', t.people.district.none]
]);

/** What the counts of a line are called. Months are called by their numbers. */
export const PART_NAMES: Readonly<Record<Named, Readonly<Record<string, string>>>> = {
	...{ people: t.people.groups, contributions: t.people.authorGroups, comments: t.people.authorGroups },
	...{ channels: t.votes.participation.ways, kinds: t.proposals.kinds, sheets: t.recording.channels },
	...{ languages: t.people.languages, districts }
};
