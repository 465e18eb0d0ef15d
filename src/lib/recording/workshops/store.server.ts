import { sql } from 'kysely';
import type { Instant } from '../../time.ts';
import type { Tables } from '../../server/db/tables.ts';
import type { Db } from '../../server/app.ts';

export type WorkshopRow = Tables['workshops'];

export async function add(db: Db, workshop: WorkshopRow): Promise<void> {
	await db.insertInto('workshops').values(workshop).execute();
}

export async function byId(db: Db, id: string) {
	return db.selectFrom('workshops').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function byNumber(db: Db, number: number) {
	return db.selectFrom('workshops').selectAll().where('number', '=', number).executeTakeFirst();
}

type Changes = Partial<
	Pick<WorkshopRow, 'label' | 'heldOn' | 'group' | 'people' | 'minutes' | 'recordedBy' | 'changedAt'>
>;

export async function change(db: Db, id: string, changes: Changes): Promise<void> {
	await db.updateTable('workshops').set(changes).where('id', '=', id).execute();
}

export async function setPublished(db: Db, id: string, publishedAt: Instant | null): Promise<void> {
	await db.updateTable('workshops').set({ publishedAt }).where('id', '=', id).execute();
}

export interface PageAsked {
	publicOnly: boolean;
	/** Keyset: only those with a smaller number. */
	before: number | null;
	limit: number;
}

/** Newest first. */
export async function page(db: Db, { publicOnly, before, limit }: PageAsked) {
	let query = db.selectFrom('workshops').selectAll().orderBy('number', 'desc').limit(limit);
	if (publicOnly) query = query.where('publishedAt', 'is not', null);
	if (before !== null) query = query.where('number', '<', before);
	return query.execute();
}

/** The contributions written down at this meeting, in their order. */
export async function subjectsOf(db: Db, workshopId: string): Promise<string[]> {
	const rows = await db
		.selectFrom('recordings')
		.select('subjectId')
		.where('workshopId', '=', workshopId)
		.where('subjectKind', '=', 'proposal')
		.orderBy('recordedAt')
		.orderBy('subjectId')
		.execute();
	return rows.map((row) => row.subjectId);
}

/** Public ones by the moment they became so, the newest first. */
export async function latest(db: Db, before: { at: Instant; number: number } | null, limit: number) {
	let query = db
		.selectFrom('workshops')
		.select(['number', 'label', 'heldOn', 'publishedAt'])
		.where('publishedAt', 'is not', null)
		.orderBy('publishedAt', 'desc')
		.orderBy('number', 'desc')
		.limit(limit);
	if (before) query = query.where(sql<boolean>`(published_at, number) < (${before.at}, ${before.number})`);
	return query.execute();
}
