import { sql } from 'kysely';
import type { Db } from '../server/house.ts';

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
