import { sql } from 'kysely';
import type { Db } from '../../server/app.ts';

export interface MeasureRow {
	versionId: string;
	id: string;
	pointId: string;
	text: string;
	responsible: string;
	competence: string;
}

/** Ids grow with time: the order of ids is the order in which they were written. */
export async function ofVersion(db: Db, versionId: string, pointId: string | null = null) {
	let query = db
		.selectFrom('measures')
		.select(['pointId', 'id', 'text', 'responsible', 'competence'])
		.where('versionId', '=', versionId)
		.orderBy('id');
	if (pointId !== null) query = query.where('pointId', '=', pointId);
	return query.execute();
}

/** What stands in a version is taken out of it again by a drop, so that is asked as well. In the order of the document. */
export async function standing(db: Db, versionId: string) {
	return db
		.selectFrom('measures as m')
		.innerJoin('versionPoints as vp', (join) =>
			join.onRef('vp.versionId', '=', 'm.versionId').onRef('vp.pointId', '=', 'm.pointId')
		)
		.innerJoin('points as p', 'p.id', 'm.pointId')
		.innerJoin('wordings as w', 'w.id', 'vp.wordingId')
		.innerJoin('fields as f', 'f.id', 'w.fieldId')
		.leftJoin('drops as d', (join) =>
			join.onRef('d.versionId', '=', 'vp.versionId').onRef('d.pointId', '=', 'vp.pointId')
		)
		.select(['m.id', 'm.text', 'm.responsible', 'm.competence', 'p.number as point', 'w.title', 'f.title as field'])
		.where('m.versionId', '=', versionId)
		.where('d.pointId', 'is', null)
		.orderBy('f.position')
		.orderBy('vp.position')
		.orderBy('p.number')
		.orderBy('m.id')
		.execute();
}

export async function put(db: Db, row: MeasureRow): Promise<void> {
	const { text, responsible, competence } = row;
	await db
		.insertInto('measures')
		.values(row)
		.onConflict((c) => c.columns(['versionId', 'id']).doUpdateSet({ text, responsible, competence }))
		.execute();
}

export async function remove(db: Db, versionId: string, id: string): Promise<void> {
	await db.deleteFrom('measures').where('versionId', '=', versionId).where('id', '=', id).execute();
}

export async function copy(db: Db, from: string, to: string): Promise<void> {
	await db
		.insertInto('measures')
		.columns(['versionId', 'id', 'pointId', 'text', 'responsible', 'competence'])
		.expression((e) =>
			e
				.selectFrom('measures')
				.select([sql<string>`${to}`.as('versionId'), 'id', 'pointId', 'text', 'responsible', 'competence'])
				.where('versionId', '=', from)
		)
		.execute();
}
