import type { Group, Standing } from '../people/person.ts';
import { nextNumber } from '../server/db/counters.ts';
import type { Ctx } from '../server/ctx.ts';
import type { Db } from '../server/house.ts';
import type { Choice } from './vote.ts';

export interface Box {
	pointId: string;
	wordingId: string;
	phaseId: string;
}

/** The box for this wording in this phase; the first vote sets it up. Call it inside `together`. */
export async function boxFor(ctx: Ctx, box: Box): Promise<number> {
	const known = await ctx.db
		.selectFrom('ballotBoxes')
		.select('id')
		.where('wordingId', '=', box.wordingId)
		.where('phaseId', '=', box.phaseId)
		.executeTakeFirst();
	if (known) return known.id;
	const id = await nextNumber(ctx, 'ballot-box');
	await ctx.db
		.insertInto('ballotBoxes')
		.values({ id, ...box })
		.execute();
	return id;
}

export async function ballot(db: Db, boxId: number, voter: string) {
	return db
		.selectFrom('ballots')
		.select(['choice', 'group', 'standing'])
		.where('boxId', '=', boxId)
		.where('voter', '=', voter)
		.executeTakeFirst();
}

export interface NewBallot {
	boxId: number;
	voter: string;
	choice: number;
	group: Group;
	standing: Standing;
	day: string;
}

export async function putBallot(db: Db, { boxId, voter, ...row }: NewBallot): Promise<void> {
	await db
		.insertInto('ballots')
		.values({ boxId, voter, ...row })
		.onConflict((c) => c.columns(['boxId', 'voter']).doUpdateSet(row))
		.execute();
}

export async function removeBallot(db: Db, boxId: number, voter: string): Promise<void> {
	await db.deleteFrom('ballots').where('boxId', '=', boxId).where('voter', '=', voter).execute();
}

export interface Count {
	boxId: number;
	group: string;
	standing: string;
	choice: Choice;
}

export async function count(db: Db, { boxId, group, standing, choice }: Count, change: 1 | -1): Promise<void> {
	const none = { agree: 0, pass: 0, disagree: 0 };
	await db
		.insertInto('tallies')
		.values({ boxId, group, standing, ...none, [choice]: change })
		.onConflict((c) =>
			c
				.columns(['boxId', 'group', 'standing'])
				.doUpdateSet((e) => ({ [choice]: e(e.ref(`tallies.${choice}`), '+', change) }))
		)
		.execute();
}

/** Newest round first: the later phase, and in it the later wording. A box without votes is no round. */
export async function talliesOf(db: Db, pointIds: readonly string[]) {
	if (pointIds.length === 0) return [];
	return db
		.selectFrom('ballotBoxes as b')
		.innerJoin('phases as p', 'p.id', 'b.phaseId')
		.innerJoin('tallies as t', 't.boxId', 'b.id')
		.select([
			'b.pointId',
			'b.wordingId',
			'b.phaseId',
			'p.kind as phaseKind',
			't.group',
			't.standing',
			't.agree',
			't.pass',
			't.disagree'
		])
		.where('b.pointId', 'in', [...pointIds])
		.orderBy('p.beginsAt', 'desc')
		.orderBy('b.wordingId', 'desc')
		.execute();
}

interface Voter {
	phaseId: string;
	token: string;
}

function ballotsOf(db: Db, voter: Voter) {
	return db
		.selectFrom('ballotBoxes as b')
		.innerJoin('ballots as v', (join) => join.onRef('v.boxId', '=', 'b.id').on('v.voter', '=', voter.token))
		.where('b.phaseId', '=', voter.phaseId);
}

export async function choicesOf(db: Db, voter: Voter, pointIds: readonly string[]) {
	if (pointIds.length === 0) return [];
	return ballotsOf(db, voter)
		.select(['b.pointId', 'b.wordingId', 'v.choice'])
		.where('b.pointId', 'in', [...pointIds])
		.execute();
}

export async function allChoicesOf(db: Db, voter: Voter) {
	return ballotsOf(db, voter).select(['b.wordingId', 'v.choice']).execute();
}
