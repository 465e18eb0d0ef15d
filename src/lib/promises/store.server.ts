import type { Instant } from '../time.ts';
import type { Db } from '../server/app.ts';

export interface UpdateRow {
	id: string;
	pointId: string;
	status: string;
	responsible: string;
	reviewOn: string | null;
	text: string;
	writtenBy: string | null;
	at: Instant;
}

export async function add(db: Db, row: UpdateRow): Promise<void> {
	await db.insertInto('promiseUpdates').values(row).execute();
}

export async function byId(db: Db, id: string) {
	return db.selectFrom('promiseUpdates').select(['id', 'pointId']).where('id', '=', id).executeTakeFirst();
}

const COLUMNS = ['id', 'pointId', 'status', 'responsible', 'reviewOn', 'text', 'at'] as const;

/** Newest first. */
export async function ofPoint(db: Db, pointId: string, limit: number) {
	return db
		.selectFrom('promiseUpdates')
		.select(COLUMNS)
		.where('pointId', '=', pointId)
		.orderBy('at', 'desc')
		.orderBy('id', 'desc')
		.limit(limit)
		.execute();
}

/** The newest of each of these points. */
export async function newest(db: Db, pointIds: readonly string[]) {
	if (pointIds.length === 0) return [];
	return db
		.selectFrom('promiseUpdates as u')
		.select(['u.id', 'u.pointId', 'u.status', 'u.responsible', 'u.reviewOn', 'u.text', 'u.at'])
		.where('u.pointId', 'in', [...pointIds])
		.where('u.id', '=', (e) =>
			e
				.selectFrom('promiseUpdates as later')
				.select('later.id')
				.whereRef('later.pointId', '=', 'u.pointId')
				.orderBy('later.at', 'desc')
				.orderBy('later.id', 'desc')
				.limit(1)
		)
		.execute();
}

/** Oldest first. */
export async function all(db: Db, consultationId: string) {
	return db
		.selectFrom('promiseUpdates as u')
		.innerJoin('points as p', 'p.id', 'u.pointId')
		.select(['u.id', 'u.pointId', 'u.status', 'u.responsible', 'u.reviewOn', 'u.text', 'u.at', 'p.number'])
		.where('p.consultationId', '=', consultationId)
		.orderBy('u.at')
		.orderBy('u.id')
		.execute();
}
