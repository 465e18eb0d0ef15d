import { sql } from 'kysely';
import type { Db } from '../../server/app.ts';
import type { Tables } from '../../server/db/tables.ts';

export type MeetingRow = Tables['meetings'];

export async function add(db: Db, meeting: MeetingRow): Promise<void> {
	await db.insertInto('meetings').values(meeting).execute();
}

export async function change(db: Db, id: string, changes: Partial<Omit<MeetingRow, 'id'>>): Promise<void> {
	await db.updateTable('meetings').set(changes).where('id', '=', id).execute();
}

/** With the number of their record, while that is public. */
const shown = (db: Db) =>
	db
		.selectFrom('meetings as m')
		.leftJoin('workshops as w', (join) => join.onRef('w.id', '=', 'm.workshopId').on('w.publishedAt', 'is not', null))
		.selectAll('m')
		.select('w.number as record');

export async function byId(db: Db, id: string) {
	return shown(db).where('m.id', '=', id).executeTakeFirst();
}

/** From this day on, in their order. `until`: before that day. */
export async function from(db: Db, day: string, { until, limit }: { until?: string; limit: number }) {
	let query = shown(db)
		.where('m.heldOn', '>=', day)
		.orderBy('m.heldOn')
		.orderBy('m.begins')
		.orderBy('m.id')
		.limit(limit);
	if (until !== undefined) query = query.where('m.heldOn', '<', until);
	return query.execute();
}

/** Where somebody has come to in their order. */
export type Place = Pick<MeetingRow, 'heldOn' | 'begins' | 'id'>;

export async function inOrder(db: Db, after: Place | null, limit: number) {
	let query = shown(db).orderBy('m.heldOn').orderBy('m.begins').orderBy('m.id').limit(limit);
	if (after)
		query = query.where(sql<boolean>`(m.held_on, m.begins, m.id) > (${after.heldOn}, ${after.begins}, ${after.id})`);
	return query.execute();
}

/** Over, the last one first. */
export async function past(db: Db, today: string, limit: number) {
	return shown(db)
		.where('m.heldOn', '<', today)
		.orderBy('m.heldOn', 'desc')
		.orderBy('m.id', 'desc')
		.limit(limit)
		.execute();
}
