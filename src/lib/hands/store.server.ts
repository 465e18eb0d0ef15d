import type { Tables } from '../server/db/tables.ts';
import type { Db } from '../server/app.ts';

/** One show of hands on a point in a room; counted again, the new numbers stand. */
export async function put(db: Db, row: Tables['showsOfHands']): Promise<void> {
	const { workshopId: _w, pointId: _p, ...numbers } = row;
	await db
		.insertInto('showsOfHands')
		.values(row)
		.onConflict((c) => c.columns(['workshopId', 'pointId']).doUpdateSet(numbers))
		.execute();
}

export async function ofWorkshop(db: Db, workshopId: string) {
	return db.selectFrom('showsOfHands').selectAll().where('workshopId', '=', workshopId).execute();
}

/** Of published meetings, the newest first. */
export async function ofPoint(db: Db, pointId: string) {
	return db
		.selectFrom('showsOfHands as h')
		.innerJoin('workshops as w', 'w.id', 'h.workshopId')
		.select(['h.wordingId', 'h.agree', 'h.pass', 'h.disagree', 'w.number', 'w.label', 'w.heldOn', 'w.people'])
		.where('h.pointId', '=', pointId)
		.where('w.publishedAt', 'is not', null)
		.orderBy('w.heldOn', 'desc')
		.orderBy('w.number', 'desc')
		.limit(50)
		.execute();
}

export async function addRestored(db: Db, row: Tables['restoredHands']): Promise<void> {
	await db.insertInto('restoredHands').values(row).execute();
}

export async function restoredOfWorkshop(db: Db, workshopId: string) {
	return db.selectFrom('restoredHands').select(['wordingId', 'shown']).where('workshopId', '=', workshopId).execute();
}

/** Of published meetings, the newest first. */
export async function restoredOfPoint(db: Db, pointId: string) {
	return db
		.selectFrom('restoredHands as h')
		.innerJoin('workshops as w', 'w.id', 'h.workshopId')
		.select(['h.wordingId', 'h.shown', 'w.number', 'w.label', 'w.heldOn'])
		.where('h.pointId', '=', pointId)
		.where('w.publishedAt', 'is not', null)
		.orderBy('w.heldOn', 'desc')
		.orderBy('w.number', 'desc')
		.limit(50)
		.execute();
}
