import { z } from 'zod';
import { seenField, words, type OptionalSeen } from '../form.ts';
import { CHANNELS } from '../recording/recording.ts';
import { DISTRICTS } from '../people/district.ts';
import { SPOKEN } from '../people/language.ts';
import { AUTHOR_GROUPS, DECLARED_GROUPS, GROUPS, hasRole, type Group, type Person } from '../people/person.ts';
import { KINDS } from '../proposals/proposal.ts';
import { all, noWhen, type Verdict } from '../verdict.ts';
import type { Publication } from './publication.ts';
import { SUBJECTS, type Subject } from './subjects.ts';
import type { Shown } from './suppression.ts';

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
export const LINE_SUBJECTS = {
	...({ people: 'people', districts: 'districts', sheets: 'sheets', comments: 'comments' } as const),
	...({ contributions: 'contributions', languages: 'contributions', channels: 'contributions' } as const),
	...({ kinds: 'contributions', months: 'contributions' } as const)
} satisfies Readonly<Record<PartLine, Subject>>;
export const isOpen = (line: PartLine): boolean => SUBJECTS[LINE_SUBJECTS[line]] === 'open';

/** Lines of many places, published by themselves: in one of them one newcomer must not hold up the others. */
export const PLACED_LINES: readonly PartLine[] = ['districts'];

/** How somebody's contribution came in: written by oneself, or recorded by a helper. */
export const WAYS = ['self', ...CHANNELS] as const;

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

/** In a fixed order, with a place for those that nobody belongs to; months as they come. */
export const PLACES: Readonly<Record<Exclude<PartLine, 'months'>, readonly string[]>> = {
	...{ people: GROUPS, contributions: AUTHOR_GROUPS, comments: AUTHOR_GROUPS },
	...{ channels: WAYS, kinds: KINDS, sheets: CHANNELS },
	...{ districts: [...DISTRICTS, 'none'], languages: SPOKEN }
};

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

/** Who is missing: the share of each declared group beside the one that was to be expected. */
export function compare(people: Shown | null, references: readonly Reference[]): Compared[] {
	const counts = DECLARED_GROUPS.map((group) => people?.counts[group] ?? null);
	const known = counts.every((count) => count !== null);
	const total = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
	return references.map((reference) => {
		const count = people?.counts[reference.group] ?? null;
		const actual = known && total > 0 && count !== null ? Math.round((count / total) * 100) : null;
		return { ...reference, actual, missing: actual !== null && actual <= reference.percent - NOTABLE };
	});
}

export const SOURCE_MOST = 200;
const percent = z.coerce.number('percentWrong').int('percentWrong').min(0, 'percentWrong').max(100, 'percentWrong');

/** One form for the three groups. Nothing typed for a group: there is no figure for it. */
export const ReferenceForm = z.object({
	affected: z.literal('').or(percent).default(''),
	practice: z.literal('').or(percent).default(''),
	research: z.literal('').or(percent).default(''),
	source: words(SOURCE_MOST),
	seen: seenField
});
export type ReferenceInput = OptionalSeen<z.output<typeof ReferenceForm>>;

export function mayRefer(person: Person | null): Verdict {
	const staff = hasRole(person, 'editor', 'publisher', 'admin');
	return all(noWhen(person === null, 'signInFirst'), noWhen(!staff, 'roleMissing'));
}
