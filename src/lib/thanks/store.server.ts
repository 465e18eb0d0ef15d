import { sql } from 'kysely';
import type { Db } from '../server/app.ts';
import type { Tables } from '../server/db/tables.ts';

export async function grantById(db: Db, id: string) {
	return db.selectFrom('thanksBudgets').select('id').where('id', '=', id).executeTakeFirst();
}

export async function grant(db: Db, row: Tables['thanksBudgets']): Promise<void> {
	await db.insertInto('thanksBudgets').values(row).execute();
}

export async function paymentOf(db: Db, receipt: string) {
	return db
		.selectFrom('thanksPayments as t')
		.innerJoin('places as p', 'p.id', 't.placeId')
		.select(['t.form', 't.month', 'p.name as place'])
		.where('t.receipt', '=', receipt)
		.executeTakeFirst();
}

export async function pay(db: Db, row: Tables['thanksPayments']): Promise<void> {
	await db.insertInto('thanksPayments').values(row).execute();
}

export async function limitOf(db: Db, consultationId: string): Promise<number | null> {
	const row = await db
		.selectFrom('thanksLimits')
		.select('cents')
		.where('consultationId', '=', consultationId)
		.executeTakeFirst();
	return row ? Number(row.cents) : null;
}

export async function setLimit(db: Db, consultationId: string, cents: number): Promise<void> {
	await db
		.insertInto('thanksLimits')
		.values({ consultationId, cents })
		.onConflict((c) => c.column('consultationId').doUpdateSet({ cents }))
		.execute();
}

/** When this person wrote, supported or sent something. Ballots know no person, and are not asked. */
export async function actsOf(db: Db, personId: string): Promise<string[]> {
	const { rows } = await sql<{ at: string }>`
		select submitted_at as at from proposals where author_id = ${personId} and submitted_at is not null
		union all select created_at from comments where author_id = ${personId}
		union all select created_at from amendments where author_id = ${personId}
		union all select created_at from supports where person_id = ${personId}
		union all select created_at from amendment_supports where person_id = ${personId}`.execute(db);
	return rows.map(({ at }) => at);
}

/** Cents by place. */
export async function granted(db: Db, places: readonly string[]) {
	if (places.length === 0) return [];
	return db
		.selectFrom('thanksBudgets')
		.select((e) => ['placeId', e.fn.sum<number>('cents').as('cents')])
		.where('placeId', 'in', [...places])
		.groupBy('placeId')
		.execute();
}

/** Cents and how many, by place and month, the newest month first. */
export async function paid(db: Db, places: readonly string[]) {
	if (places.length === 0) return [];
	return db
		.selectFrom('thanksPayments')
		.select((e) => ['placeId', 'month', e.fn.sum<number>('cents').as('cents'), e.fn.countAll<number>().as('count')])
		.where('placeId', 'in', [...places])
		.groupBy(['placeId', 'month'])
		.orderBy('month', 'desc')
		.orderBy('placeId')
		.execute();
}
