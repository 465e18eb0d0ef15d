import type { Tables } from '../server/db/tables.ts';
import type { Db } from '../server/app.ts';

export type ReadingRow = Tables['readings'];

/** One reading of a point at a meeting; written again, the new words stand. */
export async function put(db: Db, row: ReadingRow): Promise<void> {
	const { workshopId: _w, pointId: _p, ...more } = row;
	await db
		.insertInto('readings')
		.values(row)
		.onConflict((c) => c.columns(['workshopId', 'pointId']).doUpdateSet(more))
		.execute();
}

export async function remove(db: Db, workshopId: string, pointId: string): Promise<void> {
	await db.deleteFrom('readings').where('workshopId', '=', workshopId).where('pointId', '=', pointId).execute();
}

export async function ofWorkshop(db: Db, workshopId: string) {
	return db.selectFrom('readings').selectAll().where('workshopId', '=', workshopId).execute();
}

/** Of published meetings, the newest first. */
export async function ofPoint(db: Db, pointId: string) {
	return db
		.selectFrom('readings as r')
		.innerJoin('workshops as w', 'w.id', 'r.workshopId')
		.select(['r.wordingId', 'r.body', 'r.agree', 'r.pass', 'r.disagree', 'r.restoredCounts'])
		.select(['w.number', 'w.label', 'w.heldOn', 'w.people', 'w.group'])
		.where('r.pointId', '=', pointId)
		.where('w.publishedAt', 'is not', null)
		.orderBy('w.heldOn', 'desc')
		.orderBy('w.number', 'desc')
		.limit(50)
		.execute();
}
