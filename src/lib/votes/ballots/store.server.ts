import type { Ctx } from '../../server/ctx.ts';
import { nextNumber } from '../../server/db/counters.ts';
import { forgetMemo, transactionMemo } from '../../server/performance/transactionMemo.ts';
import { repeated } from '../../server/db/transaction.ts';
import type { Db } from '../../server/app.ts';
import type { Ballot } from './ballot.ts';
import * as postgres from './ballots.postgres.server.ts';
import * as sqlite from './ballots.sqlite.server.ts';

export interface Box {
	pointId: string;
	wordingId: string;
	phaseId: string;
}

/** How this database takes many ballots at once. */
export function ballotsOn({ app }: Ctx) {
	return app.kind === 'postgres' ? postgres : sqlite;
}

const boxes = transactionMemo<Map<string, number>>();

/** By wording. */
async function boxesIn(ctx: Ctx, phaseId: string): Promise<Map<string, number>> {
	return boxes(ctx, phaseId, async () => {
		const rows = await ctx.db
			.selectFrom('ballotBoxes')
			.select(['id', 'wordingId'])
			.where('phaseId', '=', phaseId)
			.execute();
		return new Map(rows.map(({ id, wordingId }) => [wordingId, id]));
	});
}

/**
 * The box for this wording in this phase. The first vote in a box that is not there yet sets up all of `others` with it,
 * in their order: so that the numbers do not tell the way of the one who voted first. Call it inside a transaction.
 */
export async function boxFor(ctx: Ctx, box: Box, others: () => Promise<readonly Box[]>): Promise<number> {
	const known = (await boxesIn(ctx, box.phaseId)).get(box.wordingId);
	if (known !== undefined) return known;
	for (const one of [...(await others()), box]) await addBox(ctx, one);
	forgetMemo(ctx.db);
	const id = (await boxesIn(ctx, box.phaseId)).get(box.wordingId);
	if (id === undefined) throw new Error('a ballot box is missing that was just set up');
	return id;
}

async function addBox(ctx: Ctx, box: Box): Promise<void> {
	const there = await ctx.db
		.selectFrom('ballotBoxes')
		.select('id')
		.where('wordingId', '=', box.wordingId)
		.where('phaseId', '=', box.phaseId)
		.executeTakeFirst();
	if (there) return;
	const id = await nextNumber(ctx, 'ballot-box');
	await ctx.db
		.insertInto('ballotBoxes')
		.values({ id, ...box })
		// Another process sets up the same.
		.onConflict((c) => c.columns(['wordingId', 'phaseId']).doNothing())
		.execute();
}

/** Nothing or one. Only for looking: who changes it asks `ballotsOn`. */
export async function ballotOf(db: Db, voter: string): Promise<Ballot | undefined> {
	return db
		.selectFrom('ballots')
		.select(['voter', 'phaseId', 'group', 'standing', 'marks'])
		.where('voter', '=', voter)
		.executeTakeFirst();
}

/** Of a phase, in order of their tokens: the first `limit` behind `after`. */
export async function ballotsAfter(db: Db, phaseId: string, after: string, limit: number): Promise<Ballot[]> {
	return db
		.selectFrom('ballots')
		.select(['voter', 'phaseId', 'group', 'standing', 'marks'])
		.where('phaseId', '=', phaseId)
		.where('voter', '>', after)
		.orderBy('voter')
		.limit(limit)
		.execute();
}

/** Of a phase: those behind the first token up to the last one. */
export async function removeBetween(db: Db, phaseId: string, after: string, last: string): Promise<void> {
	await db
		.deleteFrom('ballots')
		.where('phaseId', '=', phaseId)
		.where('voter', '>', after)
		.where('voter', '<=', last)
		.execute();
}

/** All tallies of a phase in one slot and, like its ballots, in an order of chance. */
export async function rewriteTallies(
	ctx: Ctx,
	phaseId: string,
	shuffled: <T>(list: readonly T[]) => T[]
): Promise<void> {
	await repeated(ctx.app, 'read committed', async (db) => {
		await ballotsOn(ctx).exclude(db);
		const boxIds = db.selectFrom('ballotBoxes').select('id').where('phaseId', '=', phaseId);
		const sums = await sumsIn(db).where('boxId', 'in', boxIds).execute();
		await db.deleteFrom('tallies').where('boxId', 'in', boxIds).execute();
		for (const sum of shuffled(sums))
			await db
				.insertInto('tallies')
				.values({ ...sum, slot: 0 })
				.execute();
	});
}

/** Of all slots. */
export function sumsIn(db: Db) {
	return db
		.selectFrom('tallies')
		.select(['boxId', 'group', 'standing'])
		.select((e) => [
			e.fn.sum<number>('agree').as('agree'),
			e.fn.sum<number>('pass').as('pass'),
			e.fn.sum<number>('disagree').as('disagree'),
			e.fn.sum<number>('recorded').as('recorded')
		])
		.groupBy(['boxId', 'group', 'standing']);
}

/** Newest round first: the later phase, and in it the later wording. A box without votes is no round. */
export async function talliesOf(db: Db, pointIds: readonly string[]) {
	if (pointIds.length === 0) return [];
	return db
		.selectFrom('ballotBoxes as b')
		.innerJoin('phases as p', 'p.id', 'b.phaseId')
		.innerJoin('tallies as t', 't.boxId', 'b.id')
		.select(['b.pointId', 'b.wordingId', 'b.phaseId', 't.group', 't.standing'])
		.select(['p.slug as phaseSlug', 'p.title as phaseTitle'])
		.select((e) => [
			e.fn.sum<number>('t.agree').as('agree'),
			e.fn.sum<number>('t.pass').as('pass'),
			e.fn.sum<number>('t.disagree').as('disagree'),
			e.fn.sum<number>('t.recorded').as('recorded')
		])
		.where('b.pointId', 'in', [...pointIds])
		.groupBy(['b.id', 'b.pointId', 'b.wordingId', 'b.phaseId', 't.group', 't.standing'])
		.groupBy(['p.slug', 'p.title', 'p.beginsAt'])
		.orderBy('p.beginsAt', 'desc')
		.orderBy('b.wordingId', 'desc')
		.execute();
}
