import { sql } from 'kysely';
import type { Instant } from '../time.ts';
import type { Tables } from '../server/db/tables.ts';
import type { Db } from '../server/app.ts';

export type RecordingRow = Tables['recordings'];

export async function add(db: Db, recording: RecordingRow): Promise<void> {
	await db.insertInto('recordings').values(recording).execute();
}

export async function bySubject(db: Db, subjectId: string) {
	return db.selectFrom('recordings').selectAll().where('subjectId', '=', subjectId).executeTakeFirst();
}

/** With the number of the workshop it comes from, while that is public. */
export async function ofSubjects(db: Db, subjectIds: readonly string[]) {
	if (subjectIds.length === 0) return [];
	return db
		.selectFrom('recordings as r')
		.leftJoin('workshops as w', (join) => join.onRef('w.id', '=', 'r.workshopId').on('w.publishedAt', 'is not', null))
		.select([
			'r.subjectId',
			'r.channel',
			'r.readBackAt',
			'r.takenOverAt',
			'w.number as workshop',
			'w.label as workshopLabel'
		])
		.where('r.subjectId', 'in', [...subjectIds])
		.execute();
}

export async function ofCards(db: Db, cardIds: readonly string[]) {
	if (cardIds.length === 0) return [];
	return db
		.selectFrom('recordings')
		.selectAll()
		.where('cardId', 'in', [...cardIds])
		.orderBy('recordedAt')
		.orderBy('subjectId')
		.execute();
}

export interface Place {
	at: Instant;
	id: string;
}

/** Newest first; `recordedBy` null: everybody's. */
export async function page(db: Db, recordedBy: readonly string[] | null, before: Place | null, limit: number) {
	let query = db
		.selectFrom('recordings')
		.selectAll()
		.orderBy('recordedAt', 'desc')
		.orderBy('subjectId', 'desc')
		.limit(limit);
	if (recordedBy !== null) query = query.where('recordedBy', 'in', [...recordedBy]);
	if (before) query = query.where(sql<boolean>`(recorded_at, subject_id) < (${before.at}, ${before.id})`);
	return query.execute();
}

/** Newest first; what was taken back was written down all the same. */
export async function since(db: Db, recordedBy: readonly string[], from: Instant) {
	return db
		.selectFrom('recordings')
		.select(['recordedAt', 'subjectKind', 'cardId'])
		.where('recordedBy', 'in', [...recordedBy])
		.where('recordedAt', '>=', from)
		.orderBy('recordedAt', 'desc')
		.execute();
}

export async function markTakenOver(db: Db, subjectIds: readonly string[], now: Instant): Promise<void> {
	await db
		.updateTable('recordings')
		.set({ takenOverAt: now })
		.where('subjectId', 'in', [...subjectIds])
		.execute();
}

/** The place could still tell who it was. */
export async function markWithdrawn(db: Db, subjectId: string, now: Instant): Promise<void> {
	await db.updateTable('recordings').set({ withdrawnAt: now, place: '' }).where('subjectId', '=', subjectId).execute();
}

/** How the words came here stays; which card was for taking them over does not. */
export async function forgetCardOf(db: Db, personId: string): Promise<void> {
	await db
		.updateTable('recordings')
		.set({ cardId: null })
		.where('cardId', 'in', (q) => q.selectFrom('cards').select('id').where('personId', '=', personId))
		.execute();
}
