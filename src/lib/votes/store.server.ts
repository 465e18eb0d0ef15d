import type { Group, Standing } from '../people/person.ts';
import { nextNumber } from '../server/db/counters.ts';
import { kept, type Value } from '../server/db/kept.ts';
import { forget, once } from '../server/db/once.ts';
import type { Ctx } from '../server/ctx.ts';
import type { Db } from '../server/house.ts';
import type { Hand } from './vote.ts';

export interface Box {
	pointId: string;
	wordingId: string;
	phaseId: string;
}

const boxes = once<number | undefined>();

const boxOf = kept((db, value: Value<{ wordingId: string; phaseId: string }>) =>
	db
		.selectFrom('ballotBoxes')
		.select('id')
		.where('wordingId', '=', value('wordingId'))
		.where('phaseId', '=', value('phaseId'))
);

/** The box for this wording in this phase; the first vote sets it up. Call it inside `together`. */
export async function boxFor(ctx: Ctx, box: Box): Promise<number> {
	const { wordingId, phaseId } = box;
	const key = `${wordingId} ${phaseId}`;
	const known = await boxes(ctx, key, async () => (await boxOf(ctx.db, { wordingId, phaseId }))[0]?.id);
	if (known !== undefined) return known;
	const id = await nextNumber(ctx, 'ballot-box');
	await ctx.db
		.insertInto('ballotBoxes')
		.values({ id, ...box })
		.execute();
	forget(ctx.db);
	return id;
}

/** Nothing or one. */
export const ballot = kept((db, value: Value<{ boxId: number; voter: string }>) =>
	db
		.selectFrom('ballots')
		.select(['choice', 'group', 'standing', 'hand'])
		.where('boxId', '=', value('boxId'))
		.where('voter', '=', value('voter'))
);

export interface NewBallot {
	boxId: number;
	voter: string;
	choice: number;
	group: Group;
	standing: Standing;
	day: string;
	hand: Hand;
}

export const putBallot = kept((db, value: Value<NewBallot>) => {
	const row = {
		choice: value('choice'),
		group: value('group'),
		standing: value('standing'),
		day: value('day'),
		hand: value('hand')
	};
	return db
		.insertInto('ballots')
		.values({ boxId: value('boxId'), voter: value('voter'), ...row })
		.onConflict((c) => c.columns(['boxId', 'voter']).doUpdateSet(row));
});

export async function removeBallot(db: Db, boxId: number, voter: string): Promise<void> {
	await db.deleteFrom('ballots').where('boxId', '=', boxId).where('voter', '=', voter).execute();
}

/** What is added to the tallies of a group. */
export interface Count {
	boxId: number;
	group: string;
	standing: string;
	agree: number;
	pass: number;
	disagree: number;
	recorded: number;
}

export const count = kept((db, value: Value<Count>) =>
	db
		.insertInto('tallies')
		.values({
			boxId: value('boxId'),
			group: value('group'),
			standing: value('standing'),
			agree: value('agree'),
			pass: value('pass'),
			disagree: value('disagree'),
			recorded: value('recorded')
		})
		.onConflict((c) =>
			c.columns(['boxId', 'group', 'standing']).doUpdateSet((e) => ({
				agree: e('tallies.agree', '+', e.ref('excluded.agree')),
				pass: e('tallies.pass', '+', e.ref('excluded.pass')),
				disagree: e('tallies.disagree', '+', e.ref('excluded.disagree')),
				recorded: e('tallies.recorded', '+', e.ref('excluded.recorded'))
			}))
		)
);

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
			't.disagree',
			't.recorded'
		])
		.where('b.pointId', 'in', [...pointIds])
		.orderBy('p.beginsAt', 'desc')
		.orderBy('b.wordingId', 'desc')
		.execute();
}
