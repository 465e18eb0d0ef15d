import { z } from 'zod';
import type { Group, ParticipantType } from '../../people/person.ts';
import { NO_STATEMENT } from '../../profile/groups/group.ts';
import type { KnownShares, Range } from '../summary/knownRange.ts';
import { breakdownKey, type Breakdown, type Lines } from './publication.ts';
import type { Result, RoundHead } from './result.ts';
import { summary, type Summary } from '../summary/summary.ts';
import type { Counts, Shown } from '../suppression/suppression.ts';
import { CHOICES, type Choice } from '../vote.ts';

/** What pages, reports and exports get of a result: figures that went through `suppression.ts`, and nothing else. */
export type ShownRow = { group: Group; standing: ParticipantType } & (
	| { state: 'none' }
	/** One to four: nothing is told. */
	| { state: 'few' }
	| ShownCounts
);

export interface ShownCounts {
	state: 'counted';
	n: number;
	/** null: held back. */
	agree: number | null;
	pass: number | null;
	disagree: number | null;
	/** Where the most frequent answer is held back: at least this share gave it. */
	mostly: { choice: Choice; share: number } | null;
}

export interface ShownRound extends RoundHead {
	/** When these figures were published. */
	at: string;
	/** The declared groups always, "no group" when somebody without one has voted. */
	persons: ShownRow[];
	/** Only groups in which an organisation has voted. */
	organisations: ShownRow[];
	/** Said of what is shown: words must not tell what figures hold back. */
	summary: Summary;
	/** By whose hand the votes of persons came; empty as long as no helper wrote one down. */
	hands: ShownHands[];
}

/** How many of a group's votes a helper wrote down. Which, nobody is told: that would cross three properties. */
export interface ShownHands {
	group: Group;
	/** Of so many; older than the row of the group where the newest would tell of a few people. */
	of: number;
	/** null: held back. */
	recorded: number | null;
}

export const keyOf = (group: Group, standing: ParticipantType) => `${group} ${standing}`;

export function linesOf(results: readonly Result[]): Record<string, Counts> {
	return Object.fromEntries(
		results.map(({ group, standing, agree, pass, disagree }) => [keyOf(group, standing), { agree, pass, disagree }])
	);
}

/** Those of persons, told apart by hand. */
export function handsOf(results: readonly Result[]): Breakdown[] {
	return results.flatMap(({ group, standing, n, recorded }) => {
		const line = keyOf(group, standing);
		return standing === 'person' ? [{ line, counts: { self: n - recorded, helper: recorded }, any: recorded > 0 }] : [];
	});
}

function shownHands(lines: Lines, groups: readonly Group[]): ShownHands[] {
	return groups.flatMap((group) => {
		const line = lines[breakdownKey(keyOf(group, 'person'))];
		return line?.total ? [{ group, of: line.total, recorded: line.counts.helper ?? null }] : [];
	});
}

/** `declared`: the groups of the profile, in their order. */
export function shownRound(head: RoundHead, at: string, lines: Lines, declared: readonly Group[]): ShownRound {
	const all = [...declared, NO_STATEMENT];
	const rows = (groups: readonly Group[], standing: ParticipantType) =>
		groups.map((group) => shownRow(group, standing, lines[keyOf(group, standing)]));
	const voted = (row: ShownRow) => row.state !== 'none';
	const persons = [...rows(declared, 'person'), ...rows([NO_STATEMENT], 'person').filter(voted)];
	const organisations = rows(all, 'organisation').filter(voted);
	const told = summary(
		persons.flatMap((row) => knownOf(row) ?? []),
		declared
	);
	return { ...head, at, persons, organisations, summary: told, hands: shownHands(lines, all) };
}

const ChoiceName = z.enum(CHOICES);

export function shownRow(group: Group, standing: ParticipantType, line: Shown | undefined): ShownRow {
	const who = { group, standing };
	if (!line || line.total === 0) return { ...who, state: 'none' };
	if (line.total === null) return { ...who, state: 'few' };
	const { agree = null, pass = null, disagree = null } = line.counts;
	const mostly = line.mostly && { choice: ChoiceName.parse(line.mostly.name), share: line.mostly.share };
	return { ...who, state: 'counted', n: line.total, agree, pass, disagree, mostly };
}

/** As much as follows from what is shown; null when that is nothing. */
export function knownOf(row: ShownRow): KnownShares | null {
	if (row.state !== 'counted') return null;
	const { group, n } = row;
	const held = n - CHOICES.reduce((sum, choice) => sum + (row[choice] ?? 0), 0);
	const least = (choice: Choice) => (row.mostly?.choice === choice ? Math.ceil(row.mostly.share * n - 1e-9) : 0);
	const others = (choice: Choice) => (row.mostly && row.mostly.choice !== choice ? least(row.mostly.choice) : 0);
	const range = (choice: Choice): Range => {
		const exact = row[choice];
		return exact === null ? { least: least(choice), most: held - others(choice) } : { least: exact, most: exact };
	};
	return { group, n, agree: range('agree'), pass: range('pass'), disagree: range('disagree') };
}
