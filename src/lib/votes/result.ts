import type { PhaseKind } from '../consultations/consultation.ts';
import { DECLARED_GROUPS, type Group, type Standing } from '../people/person.ts';
import { differ } from './contrast.ts';

/** How one group voted on one wording in one phase. Exact: never show it without asking `disclosure.ts`. */
export interface Result {
	group: Group;
	standing: Standing;
	agree: number;
	pass: number;
	disagree: number;
	n: number;
}

export interface Round {
	wordingId: string;
	phaseId: string;
	phaseKind: PhaseKind;
	results: Result[];
}

/** From here on a group's share says something about the group, and it is balanced against the others. */
export const BALANCE_LEAST = 10;
const TWO_SIDED = 1.96;
const ONE_SIDED = 1.645;
const TENDENCY = 0.6;

export type Side = 'agree' | 'disagree';
const SIDES = ['agree', 'disagree'] as const;

/** Where the true share lies with 95 % certainty (Wilson 1927). Without votes: anywhere. */
export function wilson(hits: number, n: number, z: number = TWO_SIDED): { low: number; high: number } {
	if (n === 0) return { low: 0, high: 1 };
	const share = hits / n;
	const middle = share + (z * z) / (2 * n);
	const reach = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
	const whole = 1 + (z * z) / n;
	return { low: Math.max(0, (middle - reach) / whole), high: Math.min(1, (middle + reach) / whole) };
}

/**
 * In one word, per side: `shared` (in every group surely more than half), `tendency` (in every group 60 % or more),
 * `contested` (groups differ), `open` (some group is too small), `mixed` (none of these).
 */
export type Word = 'shared' | 'tendency' | 'contested' | 'open' | 'mixed';

export interface Summary {
	/** Share of agreement when each declared group counts equally; null when one of them is too small. */
	balanced: number | null;
	tooFew: Group[];
	/** Groups whose majority is not the majority of the others. Only groups that are large enough. */
	contestedBy: Group[];
	word: Word;
	/** What `shared` and `tendency` are about. */
	side: Side | null;
}

/** Persons only: an organisation's vote is shown beside, never added. */
export function summary(results: readonly Result[]): Summary {
	const groups = DECLARED_GROUPS.map((group) => ({ group, result: personsOf(results, group) }));
	const large = groups.flatMap(({ result }) => (result && result.n >= BALANCE_LEAST ? [result] : []));
	const tooFew = groups.filter(({ result }) => !result || result.n < BALANCE_LEAST).map(({ group }) => group);
	const contestedBy = large.filter((one) => standsAlone(one, large)).map((one) => one.group);
	const balanced = tooFew.length === 0 ? mean(large.map((one) => one.agree / one.n)) : null;
	return { balanced, tooFew, contestedBy, ...inAWord(large, tooFew, contestedBy) };
}

function personsOf(results: readonly Result[], group: Group): Result | undefined {
	return results.find((one) => one.group === group && one.standing === 'person');
}

function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** More than half of all answers, "don't know" among them; else nobody has a majority. */
function majority(one: Result): Side | null {
	return SIDES.find((side) => one[side] / one.n > 0.5) ?? null;
}

/** The others speak as groups, one voice each: neither the largest nor the most decided drowns the rest. */
function standsAlone(one: Result, large: readonly Result[]): boolean {
	const own = majority(one);
	if (own === null) return false;
	const others = large.filter((other) => other !== one).map(majority);
	const against = others.filter((side) => side !== null && side !== own).length;
	return against > others.filter((side) => side === own).length;
}

function inAWord(
	large: readonly Result[],
	tooFew: readonly Group[],
	contestedBy: readonly Group[]
): { word: Word; side: Side | null } {
	if (contestedBy.length > 0 || differ(large)) return { word: 'contested', side: null };
	if (tooFew.length > 0) return { word: 'open', side: null };
	const shared = SIDES.find((side) => large.every((one) => wilson(one[side], one.n, ONE_SIDED).low > 0.5));
	if (shared) return { word: 'shared', side: shared };
	const tendency = SIDES.find((side) => large.every((one) => one[side] / one.n >= TENDENCY));
	return tendency ? { word: 'tendency', side: tendency } : { word: 'mixed', side: null };
}
