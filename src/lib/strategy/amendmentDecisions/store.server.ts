import type { Db } from '../../server/app.ts';

/** Which amendments stand behind the points of a version. */
export async function ofVersion(db: Db, versionId: string, pointId: string | null = null) {
	let query = db
		.selectFrom('amendmentSources')
		.select(['pointId', 'amendmentId', 'outcome'])
		.where('versionId', '=', versionId);
	if (pointId !== null) query = query.where('pointId', '=', pointId);
	return query.execute();
}

export interface AmendmentSourceRow {
	versionId: string;
	pointId: string;
	amendmentId: string;
	outcome: string;
}

export async function put(db: Db, row: AmendmentSourceRow): Promise<void> {
	await db
		.insertInto('amendmentSources')
		.values(row)
		.onConflict((c) =>
			c.columns(['versionId', 'pointId', 'amendmentId']).doUpdateSet((e) => ({ outcome: e.ref('excluded.outcome') }))
		)
		.execute();
}

export async function remove(db: Db, versionId: string, amendmentId: string): Promise<void> {
	await db
		.deleteFrom('amendmentSources')
		.where('versionId', '=', versionId)
		.where('amendmentId', '=', amendmentId)
		.execute();
}
