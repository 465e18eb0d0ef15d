import type { Db } from '../../server/app.ts';

export interface LineageRow {
	versionId: string;
	pointId: string;
	fromId: string;
	kind: string;
	/** JSON: string[] */
	carried: string;
}

/** What was split and merged in these versions, with the numbers of both points. */
export async function inVersions(db: Db, versionIds: readonly string[]) {
	if (versionIds.length === 0) return [];
	return db
		.selectFrom('lineages as l')
		.innerJoin('points as p', 'p.id', 'l.pointId')
		.innerJoin('points as f', 'f.id', 'l.fromId')
		.select(['l.versionId', 'l.pointId', 'l.fromId', 'l.kind', 'l.carried', 'p.number', 'f.number as fromNumber'])
		.where('l.versionId', 'in', [...versionIds])
		.orderBy('f.number')
		.orderBy('p.number')
		.execute();
}

/** Of one point, in published versions: where it came from and where it went. */
export async function ofPoint(db: Db, pointId: string) {
	return db
		.selectFrom('lineages as l')
		.innerJoin('versions as v', 'v.id', 'l.versionId')
		.innerJoin('points as p', 'p.id', 'l.pointId')
		.innerJoin('points as f', 'f.id', 'l.fromId')
		.select(['l.kind', 'p.number', 'f.number as fromNumber', 'v.number as versionNumber'])
		.where('v.publishedAt', 'is not', null)
		.where((e) => e.or([e('l.pointId', '=', pointId), e('l.fromId', '=', pointId)]))
		.orderBy('v.number')
		.execute();
}

export async function put(db: Db, row: LineageRow): Promise<void> {
	await db
		.insertInto('lineages')
		.values(row)
		.onConflict((c) => c.columns(['versionId', 'pointId', 'fromId']).doNothing())
		.execute();
}

/** A point that comes back was not taken in; one that is deleted did not come out. */
export async function removeOf(db: Db, versionId: string, column: 'pointId' | 'fromId', id: string): Promise<void> {
	await db.deleteFrom('lineages').where('versionId', '=', versionId).where(column, '=', id).execute();
}

export async function notes(db: Db, versionId: string) {
	return db.selectFrom('changeNotes').select(['pointId', 'note']).where('versionId', '=', versionId).execute();
}

/** Empty: none. */
export async function setNote(db: Db, versionId: string, pointId: string, note: string): Promise<void> {
	await db.deleteFrom('changeNotes').where('versionId', '=', versionId).where('pointId', '=', pointId).execute();
	if (note) await db.insertInto('changeNotes').values({ versionId, pointId, note }).execute();
}
