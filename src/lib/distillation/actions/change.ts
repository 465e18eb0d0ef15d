import { z } from 'zod';

/** What a deed at the desk can change. Nothing else is ever written: contributions are read only. */
const THINGS = ['cluster', 'segment', 'docket', 'remark', 'member'] as const;
export type Thing = (typeof THINGS)[number];

export type Facts = Readonly<Record<string, string | null>>;

/**
 * One thing as it was before a deed and as it is after it: read backwards it is the way back. Only what the deed touched
 * is in it. `null`: not there; only members come and go, everything else is marked as removed and stays.
 */
export interface Change {
	of: Thing;
	/** Id; of a member `cluster item`. */
	key: string;
	before: Facts | null;
	after: Facts | null;
}

const FactsForm = z.record(z.string(), z.string().nullable()).nullable();

export const Changes = z.array(
	z.object({ of: z.enum(THINGS), key: z.string(), before: FactsForm, after: FactsForm })
) satisfies z.ZodType<Change[]>;

export const memberKey = (clusterId: string, itemId: string) => `${clusterId} ${itemId}`;

export function memberIds(key: string): { clusterId: string; itemId: string } {
	const [clusterId = '', itemId = ''] = key.split(' ');
	return { clusterId, itemId };
}

/** Whether a thing is as a deed left it, as far as the deed touched it. */
export function holds(current: Facts | null, wanted: Facts | null): boolean {
	if (current === null || wanted === null) return current === wanted;
	return Object.entries(wanted).every(([name, value]) => current[name] === value);
}

export function isReal({ before, after }: Change): boolean {
	return before === null || after === null ? before !== after : !holds(before, after);
}

/** Whether both changes touch the same field of the same record: then the earlier one cannot be undone before the later one. */
export function restsOn(later: Change, earlier: Change): boolean {
	if (isBirth(earlier) && livesIn(later, earlier)) return true;
	if (later.of !== earlier.of || later.key !== earlier.key) return false;
	const [some, others] = [touched(later), touched(earlier)];
	return some === null || others === null || some.some((name) => others.includes(name));
}

function isBirth({ of, before, after }: Change): boolean {
	return (of === 'cluster' || of === 'segment') && before?.removedAt !== null && after?.removedAt === null;
}

/** It came into that cluster or left it, is a place of that passage, or went into that cluster. */
function livesIn({ of, key, after }: Change, born: Change): boolean {
	if (of === 'cluster') return born.of === 'cluster' && after?.mergedIntoId === born.key;
	if (of !== 'member') return false;
	const { clusterId, itemId } = memberIds(key);
	return born.key === (born.of === 'cluster' ? clusterId : itemId);
}

/** null: all of it, because it came or went. */
function touched({ before, after }: Change): string[] | null {
	return before === null || after === null ? null : Object.keys(after);
}

/** The changes that undo these, in reverse order. */
export function inverse(changes: readonly Change[]): Change[] {
	return changes.map(({ before, after, ...thing }) => ({ ...thing, before: after, after: before })).reverse();
}

const distinct = (ids: readonly (string | null | undefined)[]) => [...new Set(ids.flatMap((id) => id ?? []))];

/** Every cluster a deed touches, also those whose members come and go. */
export function clustersIn(changes: readonly Change[]): string[] {
	const ids = (change: Change) => (change.of === 'member' ? memberIds(change.key).clusterId : change.key);
	return distinct(changes.filter(({ of }) => of === 'cluster' || of === 'member').map(ids));
}

/** Every contribution a deed touches. */
export function proposalsIn(changes: readonly Change[]): string[] {
	return distinct(
		changes.map(({ of, key, before, after }) =>
			of === 'docket' ? key : of === 'cluster' || of === 'remark' ? null : (after?.proposalId ?? before?.proposalId)
		)
	);
}
