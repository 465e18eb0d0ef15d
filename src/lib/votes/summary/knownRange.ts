import type { Group } from '../../people/person.ts';
import type { Interval } from './wilson.ts';
import { wilson } from './wilson.ts';

/** A number of votes, as exactly as it may be known: between these two, both included. */
export interface Range {
	least: number;
	most: number;
}

/** How persons of one group voted on one wording, as exactly as it may be known. Everything said in words rests on it. */
export interface KnownShares {
	group: Group;
	n: number;
	agree: Range;
	pass: Range;
	disagree: Range;
}

export interface Exactly {
	group: Group;
	agree: number;
	pass: number;
	disagree: number;
}

const exactly = (count: number): Range => ({ least: count, most: count });

export function exactShares({ group, agree, pass, disagree }: Exactly): KnownShares {
	return { group, n: agree + pass + disagree, agree: exactly(agree), pass: exactly(pass), disagree: exactly(disagree) };
}

/** Where the group's true share lies with 95 % certainty. */
export function shareOf({ least, most }: Range, n: number): Interval {
	return { low: wilson(least, n).low, high: wilson(most, n).high };
}
