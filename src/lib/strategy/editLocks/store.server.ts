import type { Instant } from '../../time.ts';
import type { Db } from '../../server/app.ts';

export async function at(db: Db, versionId: string, pointId: string) {
	const row = await db
		.selectFrom('hands as h')
		.innerJoin('persons as p', 'p.id', 'h.personId')
		.select(['h.personId', 'p.pseudonym as name', 'h.takenAt'])
		.where('h.versionId', '=', versionId)
		.where('h.pointId', '=', pointId)
		.executeTakeFirst();
	return row ?? null;
}

export async function ofVersion(db: Db, versionId: string) {
	return db
		.selectFrom('hands as h')
		.innerJoin('persons as p', 'p.id', 'h.personId')
		.select(['h.pointId', 'h.personId', 'p.pseudonym as name', 'h.takenAt'])
		.where('h.versionId', '=', versionId)
		.execute();
}

export async function put(
	db: Db,
	hand: { versionId: string; pointId: string; personId: string; takenAt: Instant }
): Promise<void> {
	const { personId, takenAt } = hand;
	await db
		.insertInto('hands')
		.values(hand)
		.onConflict((c) => c.columns(['versionId', 'pointId']).doUpdateSet({ personId, takenAt }))
		.execute();
}

export async function remove(db: Db, versionId: string, pointId: string): Promise<void> {
	await db.deleteFrom('hands').where('versionId', '=', versionId).where('pointId', '=', pointId).execute();
}
