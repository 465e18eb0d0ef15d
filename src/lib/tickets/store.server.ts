import { sql } from 'kysely';
import type { Instant } from '../time.ts';
import type { Tables } from '../server/db/tables.ts';
import type { Db } from '../server/app.ts';

export type TicketRow = Tables['tickets'];

export async function add(db: Db, ticket: TicketRow): Promise<void> {
	await db.insertInto('tickets').values(ticket).execute();
}

export async function byId(db: Db, id: string) {
	return db.selectFrom('tickets').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function byNumber(db: Db, number: number) {
	return db.selectFrom('tickets').selectAll().where('number', '=', number).executeTakeFirst();
}

export async function byHash(db: Db, codeHash: string) {
	return db.selectFrom('tickets').selectAll().where('codeHash', '=', codeHash).executeTakeFirst();
}

export interface Place {
	filedAt: Instant;
	number: number;
}

/** What is open, oldest first: it is due first. */
export async function open(db: Db, after: Place | null, limit: number) {
	let query = db
		.selectFrom('tickets')
		.selectAll()
		.where('answeredAt', 'is', null)
		.orderBy('filedAt')
		.orderBy('number')
		.limit(limit);
	if (after) query = query.where(sql<boolean>`(filed_at, number) > (${after.filedAt}, ${after.number})`);
	return query.execute();
}

export async function countOpen(db: Db): Promise<number> {
	const row = await db
		.selectFrom('tickets')
		.select((e) => e.fn.countAll<number>().as('count'))
		.where('answeredAt', 'is', null)
		.executeTakeFirst();
	return row?.count ?? 0;
}

export async function answered(db: Db, limit: number) {
	return db
		.selectFrom('tickets')
		.selectAll()
		.where('answeredAt', 'is not', null)
		.orderBy('answeredAt', 'desc')
		.limit(limit)
		.execute();
}

type Reply = Partial<Pick<TicketRow, 'interim' | 'interimAt' | 'answer' | 'answeredAt' | 'answeredBy' | 'remindedAt'>>;

export async function change(db: Db, id: string, reply: Reply): Promise<void> {
	await db.updateTable('tickets').set(reply).where('id', '=', id).execute();
}

/** Open since before one of the two days, and nobody was reminded since the last word. */
export async function late(db: Db, firstBefore: Instant, lastBefore: Instant) {
	return db
		.selectFrom('tickets')
		.select(['id', 'number', 'kind'])
		.where('answeredAt', 'is', null)
		.where('remindedAt', 'is', null)
		.where((e) =>
			e.or([e('filedAt', '<=', lastBefore), e.and([e('filedAt', '<=', firstBefore), e('interimAt', 'is', null)])])
		)
		.execute();
}

export async function dropAnsweredBefore(db: Db, limit: Instant): Promise<number> {
	const result = await db.deleteFrom('tickets').where('answeredAt', '<', limit).executeTakeFirst();
	return Number(result.numDeletedRows);
}
