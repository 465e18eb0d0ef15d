import type { Instant } from '../../time.ts';
import type { Db } from '../../server/app.ts';

export async function firstDay(db: Db, personId: string): Promise<Instant | null> {
	const row = await db.selectFrom('persons').select('createdAt').where('id', '=', personId).executeTakeFirst();
	return row?.createdAt ?? null;
}

export async function isKnown(db: Db, id: string): Promise<boolean> {
	return (await db.selectFrom('cardReplacements').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

export async function add(
	db: Db,
	replacement: { id: string; cardId: string; formerHash: string; replacedBy: string | null },
	now: Instant
): Promise<void> {
	await db
		.insertInto('cardReplacements')
		.values({ ...replacement, replacedAt: now, stoppedAt: null })
		.execute();
}

export async function setCode(db: Db, cardId: string, codeHash: string): Promise<void> {
	await db.updateTable('cards').set({ codeHash }).where('id', '=', cardId).execute();
}

/** The newest replacement of a card that had this code. */
export async function byFormerHash(db: Db, formerHash: string) {
	return db
		.selectFrom('cardReplacements as r')
		.innerJoin('cards as c', 'c.id', 'r.cardId')
		.select(['r.id', 'r.cardId', 'r.replacedAt', 'r.stoppedAt', 'c.personId', 'c.batchId', 'c.number', 'c.revokedAt'])
		.where('r.formerHash', '=', formerHash)
		.orderBy('r.replacedAt', 'desc')
		.orderBy('r.id', 'desc')
		.limit(1)
		.executeTakeFirst();
}

export async function latestOf(db: Db, cardId: string): Promise<string | null> {
	const row = await db
		.selectFrom('cardReplacements')
		.select('id')
		.where('cardId', '=', cardId)
		.where('stoppedAt', 'is', null)
		.orderBy('replacedAt', 'desc')
		.orderBy('id', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row?.id ?? null;
}

export async function stop(db: Db, id: string, stoppedAt: Instant): Promise<void> {
	await db.updateTable('cardReplacements').set({ stoppedAt, formerHash: null }).where('id', '=', id).execute();
}

/** Codes that stop nothing any more. */
export async function forgetBefore(db: Db, limit: Instant): Promise<void> {
	await db
		.updateTable('cardReplacements')
		.set({ formerHash: null })
		.where('replacedAt', '<', limit)
		.where('formerHash', 'is not', null)
		.execute();
}

const MOST = 20;

export async function stoppedIn(db: Db, batchId: string) {
	return db
		.selectFrom('cardReplacements as r')
		.innerJoin('cards as c', 'c.id', 'r.cardId')
		.leftJoin('places as p', 'p.id', 'c.placeId')
		.select(['c.number', 'p.code as placeCode', 'r.stoppedAt'])
		.where('c.batchId', '=', batchId)
		.where('r.stoppedAt', 'is not', null)
		.orderBy('r.stoppedAt', 'desc')
		.limit(MOST)
		.execute();
}

/** How many cards of a batch have another code than the printed one. */
export async function countIn(db: Db, batchId: string): Promise<number> {
	const row = await db
		.selectFrom('cardReplacements as r')
		.innerJoin('cards as c', 'c.id', 'r.cardId')
		.select((e) => e.fn.countAll<number>().as('n'))
		.where('c.batchId', '=', batchId)
		.where('r.stoppedAt', 'is', null)
		.executeTakeFirstOrThrow();
	return Number(row.n);
}
