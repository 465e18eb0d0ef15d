import type { Group, ParticipantType } from '../../people/person.ts';
import type { Ctx } from '../../server/ctx.ts';
import { difference, joined, marked, readMarks, ticksIn, votesIn, type Ballot, type Mark } from './ballot.ts';
import * as store from './store.server.ts';

/** Whose ballot of which phase, and the group as it is frozen into it. */
interface Voter {
	voter: string;
	phaseId: string;
	group: Group;
	standing: ParticipantType;
}

/** What is put on somebody's ballot; `null` takes it off. */
export interface Change extends Voter {
	boxId: number;
	mark: Mark | null;
}

/**
 * The ballots and the tallies in one, for many at once: what an old ballot said is taken out of the group it was counted
 * in. Who votes twice among them has changed her mind. Call it inside a transaction; `slot` as `begin` gave it, 0 where
 * the transaction is serialisable.
 */
export async function put(ctx: Ctx, changes: readonly Change[], slot = 0): Promise<void> {
	const ballots = store.ballotsOn(ctx);
	const voters = [...new Set(changes.map(({ voter }) => voter))].sort();
	// With a slot it holds them already.
	if (slot === 0) await ballots.hold(ctx.db);
	const former = new Map((await ballots.read(ctx.db, voters)).map((one) => [one.voter, one]));
	const now = new Map<string, Ballot>();
	for (const { voter, phaseId, group, standing, boxId, mark } of changes) {
		const before = now.get(voter) ?? former.get(voter) ?? { voter, phaseId, group, standing, marks: '' };
		now.set(voter, marked(before, { group, standing }, [[boxId, mark]]));
	}
	const changed = [...now.values()].map((one) => ({
		was: former.get(one.voter) ?? null,
		is: one.marks === '' ? null : one
	}));
	await ballots.write(ctx.db, changed);
	await ballots.count(ctx.db, difference(changed), slot);
}

/** Takes a whole ballot out, whoever wrote it. Call it inside a transaction. */
export async function remove(ctx: Ctx, voter: string): Promise<void> {
	const ballots = store.ballotsOn(ctx);
	await ballots.hold(ctx.db);
	const changed = (await ballots.read(ctx.db, [voter])).map((was) => ({ was, is: null }));
	await ballots.write(ctx.db, changed);
	await ballots.count(ctx.db, difference(changed), 0);
}

/** Hands a ballot on; what is said on the other one already stays as it is there. Call it inside a transaction. */
export async function move(ctx: Ctx, from: string, to: string): Promise<void> {
	const ballots = store.ballotsOn(ctx);
	await ballots.hold(ctx.db);
	const both = await ballots.read(ctx.db, [from, to].sort());
	const was = both.find(({ voter }) => voter === from);
	if (!was) return;
	const there = both.find(({ voter }) => voter === to) ?? null;
	const moved = joined(was, there ?? { ...was, voter: to, marks: '' });
	const changed = [
		{ was, is: null },
		{ was: there, is: moved }
	];
	await ballots.write(ctx.db, changed);
	await ballots.count(ctx.db, difference(changed), 0);
}

const AT_ONCE = 5_000;

/** Every ballot of a person in this phase, in the order of the tokens: never all of them in memory at once. */
async function* ballotsOfPersons(ctx: Ctx, phaseId: string) {
	for (let after = ''; ;) {
		const ballots = await store.ballotsAfter(ctx.db, phaseId, after, AT_ONCE);
		for (const { voter, group, standing, marks } of ballots) {
			if (standing === 'person') yield { voter, group, marks: readMarks(marks) };
		}
		const last = ballots.at(-1);
		if (!last || ballots.length < AT_ONCE) return;
		after = last.voter;
	}
}

/** What they say of points; whoever has only ticked measures is not among them. */
export async function* personalBallots(ctx: Ctx, phaseId: string) {
	for await (const { voter, group, marks } of ballotsOfPersons(ctx, phaseId)) {
		const votes = votesIn(marks);
		if (votes.size > 0) yield { voter, group, marks: votes };
	}
}

/** Which measures they tick, by the number of the box; whoever ticks none is not among them. */
export async function* tickedBallots(ctx: Ctx, phaseId: string) {
	for await (const { group, marks } of ballotsOfPersons(ctx, phaseId)) {
		const ticks = ticksIn(marks);
		if (ticks.length > 0) yield { group, ticks };
	}
}
