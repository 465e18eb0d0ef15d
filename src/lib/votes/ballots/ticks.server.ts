import type { Person } from '../../people/person.ts';
import type { Ctx } from '../../server/ctx.ts';
import type { RecordedBy } from '../vote.ts';
import { readMarks, ticksIn } from './ballot.ts';
import { put } from './ballots.server.ts';
import { ballotOf } from './store.server.ts';
import { knownVoter, voterFor } from './voterToken.server.ts';

/** `boxes`: all that can be ticked. `hand`: who wrote it down, when it was not she. */
export interface Ticks {
	boxes: readonly number[];
	ticked: ReadonlySet<number>;
	hand?: RecordedBy;
}

/**
 * Puts ticks for measures on somebody's ballot of a phase, and takes those off that are not among them. The ballot is the
 * one she votes on points with, and is kept, written anew and sealed with it. Call it
 * inside `transaction`. Refused: ballotKeyMissing.
 */
export async function putTicks(
	ctx: Ctx,
	{ id, group }: Pick<Person, 'id' | 'group'>,
	phaseId: string,
	{ boxes, ticked, hand = null }: Ticks
): Promise<void> {
	const voter = await voterFor(ctx, phaseId, { id });
	const who = { voter, phaseId, group, standing: 'person' as const };
	// Without a day: nothing is told of ticks before the end.
	const tick = { choice: 'tick', hand, day: null } as const;
	await put(
		ctx,
		boxes.map((boxId) => ({ ...who, boxId, mark: ticked.has(boxId) ? tick : null }))
	);
}

/** What the one who asks has ticked in this phase, as long as it can be told: numbers of boxes. */
export async function ownTicks(ctx: Ctx, person: Pick<Person, 'id'>, phaseId: string): Promise<number[]> {
	const voter = await knownVoter(ctx, phaseId, person);
	const ballot = voter === null ? undefined : await ballotOf(ctx.db, voter);
	return ballot ? ticksIn(readMarks(ballot.marks)) : [];
}
