import { z } from 'zod';
import { words } from '../form.ts';
import { CHANNELS } from '../recording/recording.ts';
import { DECLARED_GROUPS, GROUPS, hasRole, type Group, type Person } from '../people/person.ts';
import { KINDS } from '../proposals/proposal.ts';
import { all, noWhen, type Verdict } from '../verdict.ts';
import type { Lines } from './publication.ts';
import type { Shown } from './suppression.ts';

/** Who takes part: one line each, all of them published like results are (`suppression.ts`). No two are crossed. */
export const PART_LINES = ['people', 'contributions', 'comments', 'channels', 'kinds', 'months', 'sheets'] as const;
export type PartLine = (typeof PART_LINES)[number];

/** How somebody's contribution came in: written by oneself, or recorded by a helper. */
export const WAYS = ['self', ...CHANNELS] as const;

export interface Participation {
	/** null: not published so far. */
	at: string | null;
	lines: Readonly<Record<PartLine, Shown | null>>;
}

export function participationOf(at: string | null, lines: Lines): Participation {
	const line = (name: PartLine) => lines[name] ?? null;
	return {
		at,
		lines: {
			...{ people: line('people'), contributions: line('contributions'), comments: line('comments') },
			...{ channels: line('channels'), kinds: line('kinds'), months: line('months') },
			sheets: line('sheets')
		}
	};
}

/** In a fixed order, with a place for those that nobody belongs to; months as they come. */
export const PLACES: Readonly<Record<Exclude<PartLine, 'months'>, readonly string[]>> = {
	...{ people: GROUPS, contributions: GROUPS, comments: GROUPS },
	...{ channels: WAYS, kinds: KINDS, sheets: CHANNELS }
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
	source: words(SOURCE_MOST)
});
export type ReferenceInput = z.output<typeof ReferenceForm>;

export function mayRefer(person: Person | null): Verdict {
	const staff = hasRole(person, 'editor', 'publisher', 'admin');
	return all(noWhen(person === null, 'signInFirst'), noWhen(!staff, 'roleMissing'));
}
