import { sql } from 'kysely';
import type { Instant } from '../../time.ts';
import type { Tables } from '../../server/db/tables.ts';
import type { Db } from '../../server/app.ts';

export type SheetRow = Tables['ballotSheets'];

export async function add(db: Db, sheet: SheetRow): Promise<void> {
	await db.insertInto('ballotSheets').values(sheet).execute();
}

export async function byId(db: Db, id: string) {
	return db.selectFrom('ballotSheets').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function isCardOfSheets(db: Db, cardId: string): Promise<boolean> {
	const row = await db.selectFrom('ballotSheets').select('id').where('cardId', '=', cardId).executeTakeFirst();
	return row !== undefined;
}

export interface Place {
	at: Instant;
	id: string;
}

/** Newest first; `recordedBy` null: everybody's. */
export async function page(db: Db, recordedBy: readonly string[] | null, before: Place | null, limit: number) {
	let query = db
		.selectFrom('ballotSheets as s')
		.innerJoin('phases as p', 'p.id', 's.phaseId')
		.selectAll('s')
		.select('p.ballotsSealedAt')
		.orderBy('s.recordedAt', 'desc')
		.orderBy('s.id', 'desc')
		.limit(limit);
	if (recordedBy !== null) query = query.where('s.recordedBy', 'in', [...recordedBy]);
	if (before) query = query.where(sql<boolean>`(s.recorded_at, s.id) < (${before.at}, ${before.id})`);
	return query.execute();
}

export async function since(db: Db, recordedBy: readonly string[], from: Instant) {
	return db
		.selectFrom('ballotSheets')
		.select('recordedAt')
		.where('recordedBy', 'in', [...recordedBy])
		.where('recordedAt', '>=', from)
		.orderBy('recordedAt', 'desc')
		.execute();
}

/** All of this card's: they are one person's ballots. The place could still tell who it was. */
export async function markWithdrawn(db: Db, cardId: string, phaseId: string, now: Instant): Promise<void> {
	await db
		.updateTable('ballotSheets')
		.set({ withdrawnAt: now, place: '' })
		.where('cardId', '=', cardId)
		.where('phaseId', '=', phaseId)
		.execute();
}

/** By the way they came, for what is told of all together. */
export async function byChannel(db: Db, consultationId: string) {
	return db
		.selectFrom('ballotSheets')
		.select((e) => ['channel as name', e.fn.countAll<number>().as('count')])
		.where('consultationId', '=', consultationId)
		.where('withdrawnAt', 'is', null)
		.groupBy('channel')
		.execute();
}

/** With the key of the phase: no sheet says any more whose votes stood on it. */
export async function forget(db: Db, phaseId: string): Promise<void> {
	await db
		.updateTable('ballotPapers')
		.set({ cardId: null })
		.where('id', 'in', (q) => q.selectFrom('ballotSheets').select('id').where('phaseId', '=', phaseId))
		.execute();
	await db.updateTable('ballotSheets').set({ cardId: null, place: '' }).where('phaseId', '=', phaseId).execute();
}

/** Of somebody who leaves: that votes were written down stays, for whom does not. */
export async function forgetCardOf(db: Db, personId: string): Promise<void> {
	const cards = db
		.selectFrom('cards')
		.select('id')
		.where((e) => e.or([e('personId', '=', personId), e('heldFor', '=', personId)]));
	await db.updateTable('ballotPapers').set({ cardId: null }).where('cardId', 'in', cards).execute();
	await db.updateTable('ballotSheets').set({ cardId: null, place: '' }).where('cardId', 'in', cards).execute();
}
