import type { Group } from '../../people/person.ts';
import { groupsDiffer } from './groupDifference.ts';
import { shareOf, type KnownShares, type Range } from './knownRange.ts';

/** From here on a group's share says something about the group, and it is balanced against the others. */
export const MIN_ANSWERS_PER_GROUP = 10;
const TENDENCY = 0.6;
const UNCLEAR = 0.4;

type Side = 'agree' | 'disagree';
const SIDES = ['agree', 'disagree'] as const;

/**
 * In one word, per side: `shared` (in every group surely more than half), `tendency` (in every group 60 % or more),
 * `contested` (groups differ), `open` (some group is too small), `mixed` (none of these).
 */
export const WORDS = ['shared', 'tendency', 'contested', 'mixed', 'open'] as const;
export type Word = (typeof WORDS)[number];

export interface Summary {
	/** Share of agreement when each declared group counts equally, from 0 to 1; null when one of them is too small. */
	balanced: Range | null;
	tooFew: Group[];
	/** Groups whose majority is not the majority of the others. Only groups that are large enough. */
	contestedBy: Group[];
	/** Groups in which more than four of ten don't know: perhaps the wording is not clear to them. */
	unclearFor: Group[];
	word: Word;
	/** What `shared` and `tendency` are about. */
	side: Side | null;
	/** How surely every group agrees: the least lower bound of all. null when a group is too small. */
	bridge: number | null;
	/** Probability that one of each group, drawn by lot, all agree. Decides between equal bridges. */
	together: number;
}

/**
 * Persons only: an organisation's vote is shown beside, never added. `declared`: the groups of the profile, each of which
 * counts equally; people without a group are not balanced in.
 */
export function summary(persons: readonly KnownShares[], declared: readonly Group[]): Summary {
	const groups = declared.map((group) => ({ group, votes: persons.find((one) => one.group === group) }));
	const large = groups.flatMap(({ votes }) => (votes && speaks(votes) ? [votes] : []));
	const tooFew = groups.filter(({ votes }) => !votes || !speaks(votes)).map(({ group }) => group);
	return {
		balanced: tooFew.length === 0 ? balance(large) : null,
		tooFew,
		contestedBy: large.filter((one) => standsAlone(one, large)).map((one) => one.group),
		unclearFor: large.filter((one) => one.pass.least / one.n > UNCLEAR).map((one) => one.group),
		...inAWord(large, tooFew),
		bridge: tooFew.length === 0 ? Math.min(...large.map((one) => surely(one, 'agree'))) : null,
		together: large.reduce((product, one) => product * ((one.agree.least + 1) / (one.n + 2)), 1)
	};
}

/** Large enough, and its answers are not held back altogether. */
function speaks({ n, agree }: KnownShares): boolean {
	return n >= MIN_ANSWERS_PER_GROUP && agree.most - agree.least < n;
}

function balance(large: readonly KnownShares[]): Range {
	const mean = (end: 'least' | 'most') => large.reduce((sum, one) => sum + one.agree[end] / one.n, 0) / large.length;
	return { least: mean('least'), most: mean('most') };
}

/** The share that the group surely reaches: the lower end of the span that is shown. */
function surely(one: KnownShares, side: Side): number {
	return shareOf(one[side], one.n).low;
}

/** More than half of all answers, "don't know" among them; else nobody has a majority. */
function majority(one: KnownShares): Side | null {
	return SIDES.find((side) => one[side].least / one.n > 0.5) ?? null;
}

/** The others speak as groups, one voice each: neither the largest nor the most decided drowns the rest. */
function standsAlone(one: KnownShares, large: readonly KnownShares[]): boolean {
	const own = majority(one);
	if (own === null) return false;
	const others = large.filter((other) => other !== one).map(majority);
	const against = others.filter((side) => side !== null && side !== own).length;
	return against > others.filter((side) => side === own).length;
}

function inAWord(large: readonly KnownShares[], tooFew: readonly Group[]): { word: Word; side: Side | null } {
	if (groupsDiffer(large)) return { word: 'contested', side: null };
	if (tooFew.length > 0) return { word: 'open', side: null };
	const shared = SIDES.find((side) => large.every((one) => surely(one, side) > 0.5));
	if (shared) return { word: 'shared', side: shared };
	const tendency = SIDES.find((side) => large.every((one) => one[side].least / one.n >= TENDENCY));
	return tendency ? { word: 'tendency', side: tendency } : { word: 'mixed', side: null };
}

interface Bridging {
	bridge: number | null;
	together: number;
}

/** The most bridging first; what cannot be said yet comes last. */
export function byBridge(one: Bridging, other: Bridging): number {
	return (other.bridge ?? -1) - (one.bridge ?? -1) || other.together - one.together;
}
