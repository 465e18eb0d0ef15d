import { z } from 'zod';
import { isRecord } from '../../canonical.ts';
import { seenField, words, type OptionalSeen } from '../../form.ts';
import { CHANNELS } from '../../recording/recording.ts';
import { SPOKEN } from '../../people/details/language.ts';
import { hasRole, type Group, type Person } from '../../people/person.ts';
import { authorKeys, personKeys } from '../../profile/groups/group.ts';
import type { Profile } from '../../profile/profile.ts';
import { KINDS } from '../../proposals/proposal.ts';
import { all, noWhen, type Verdict } from '../../verdict.ts';
import type { Publication } from '../results/publication.ts';
import { PROTECTED_FIGURES, type Figure } from '../suppression/subjects.ts';
import type { Shown } from '../suppression/suppression.ts';

/** Who takes part: one line each. No two are crossed. */
export const PART_LINES = [
	...(['people', 'districts', 'contributions', 'comments', 'languages', 'channels'] as const),
	...(['kinds', 'months', 'sheets'] as const)
] as const;
export type PartLine = (typeof PART_LINES)[number];
export const PartLineName = z.enum(PART_LINES);

/**
 * How each line is protected (`subjects.ts`): texts stand in public with everything that is counted here, so they are
 * counted as they are; of people, small counts are held back like those of results.
 */
const LINE_SUBJECTS = {
	...({ people: 'people', districts: 'districts', sheets: 'sheets', comments: 'comments' } as const),
	...({ contributions: 'contributions', languages: 'contributions', channels: 'contributions' } as const),
	...({ kinds: 'contributions', months: 'contributions' } as const)
} satisfies Readonly<Record<PartLine, Figure>>;
export const isOpen = (line: PartLine): boolean => PROTECTED_FIGURES[LINE_SUBJECTS[line]] === 'open';

/** The counts a table shows. Two dozen languages in which nobody has written would hide those in which somebody has. */
export const rowsOf = (line: PartLine, { counts }: Pick<Shown, 'counts'>): [name: string, count: number | null][] =>
	Object.entries(counts).filter(([, count]) => line !== 'languages' || count !== 0);

/** Lines of many places, published by themselves: in one of them one newcomer must not hold up the others. */
export const PLACED_LINES: readonly PartLine[] = ['districts'];

/** How a contribution came in: written by oneself, recorded by a helper, imported, or as a section of a paper. */
const WAYS = ['self', ...CHANNELS, 'imported', 'handedIn'] as const;

export interface Participation {
	/** null: not published so far. */
	at: string | null;
	lines: Readonly<Record<PartLine, Shown | null>>;
	/** Since when each line is shown. */
	since: Readonly<Record<string, string>>;
}

/** Of all that is shown of a consultation. */
export function participationOf(publications: readonly Publication[]): Participation {
	const of = (name: PartLine) => publications.find(({ lines }) => lines[name] !== undefined);
	const line = (name: PartLine) => of(name)?.lines[name] ?? null;
	const dates = PART_LINES.flatMap((name) => {
		const at = of(name)?.at;
		return at === undefined ? [] : [[name, at] as const];
	});
	return {
		at:
			dates
				.map(([, at]) => at)
				.sort()
				.at(-1) ?? null,
		lines: {
			...{ people: line('people'), contributions: line('contributions'), comments: line('comments') },
			...{ channels: line('channels'), kinds: line('kinds'), months: line('months') },
			...{ sheets: line('sheets'), districts: line('districts'), languages: line('languages') }
		},
		since: Object.fromEntries(dates)
	};
}

type Placed = Exclude<PartLine, 'months'>;

/** In a fixed order, with a place for those that nobody belongs to; months as they come. */
export function placesIn({ groups, districts }: Pick<Profile, 'groups' | 'districts'>) {
	const authors = authorKeys(groups);
	const known = districts.length > 0 ? [...districts.map(({ key }) => key), 'none'] : [];
	return {
		...{ people: personKeys(groups), contributions: authors, comments: authors },
		...{ channels: WAYS, kinds: KINDS, sheets: CHANNELS },
		...{ districts: known, languages: SPOKEN }
	} satisfies Record<Placed, readonly string[]>;
}

export interface Reference {
	group: Group;
	percent: number;
	source: string;
}

export interface Compared extends Reference {
	/** Share among those of declared groups, in percent; null where it is held back. */
	actual: number | null;
	missing: boolean;
}

/** Less than this many points below the reference is no reason to look for anybody. */
const NOTABLE = 5;

/** Who is missing: the share of each group of the profile beside the one that was to be expected. */
export function compare(
	people: Shown | null,
	references: readonly Reference[],
	declared: readonly Group[]
): Compared[] {
	const counts = declared.map((group) => people?.counts[group] ?? null);
	const known = counts.every((count) => count !== null);
	const total = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
	return references.map((reference) => {
		const count = people?.counts[reference.group] ?? null;
		const actual = known && total > 0 && count !== null ? Math.round((count / total) * 100) : null;
		return { ...reference, actual, missing: actual !== null && actual <= reference.percent - NOTABLE };
	});
}

export const SOURCE_MAX = 200;
const percent = z.coerce.number('percentWrong').int('percentWrong').min(0, 'percentWrong').max(100, 'percentWrong');

/** How the field of a group is called. */
export const percentField = (group: Group) => `percent-${group}`;

/** Whatever else is sent along is nobody's share. */
const ownFields = (typed: unknown): unknown =>
	isRecord(typed)
		? Object.fromEntries(
				Object.entries(typed).filter(([name]) => ['source', 'seen'].includes(name) || name.startsWith(percentField('')))
			)
		: typed;

const percentsOf = (typed: Readonly<Record<string, unknown>>): Record<Group, number> =>
	Object.fromEntries(
		Object.entries(typed).flatMap(([name, percent]) =>
			name.startsWith(percentField('')) && typeof percent === 'number'
				? [[name.slice(percentField('').length), percent]]
				: []
		)
	);

/** One form for all groups, a field for each. Nothing typed for a group: there is no figure for it. */
export const ReferenceForm = z
	.preprocess(
		ownFields,
		z.object({ source: words(SOURCE_MAX), seen: seenField }).catchall(z.literal('').or(percent).optional())
	)
	.transform(({ source, seen, ...percents }) => ({ source, seen, percents: percentsOf(percents) }));
export type ReferenceInput = OptionalSeen<z.output<typeof ReferenceForm>>;

export function mayRefer(person: Person | null): Verdict {
	const staff = hasRole(person, 'editor', 'publisher', 'admin');
	return all(noWhen(person === null, 'signInFirst'), noWhen(!staff, 'roleMissing'));
}
