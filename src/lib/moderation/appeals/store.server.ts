import type { Instant } from '../../time.ts';
import type { Db } from '../../server/app.ts';

export async function file(
	db: Db,
	appeal: { screeningId: string; subjectKind: string; subjectId: string; body: string; filedAt: Instant }
): Promise<void> {
	await db
		.insertInto('appeals')
		.values({ ...appeal, outcome: null, reply: null, decidedBy: null, decidedAt: null })
		.execute();
}

export async function against(db: Db, screeningIds: readonly string[]) {
	if (screeningIds.length === 0) return [];
	return db
		.selectFrom('appeals')
		.selectAll()
		.where('screeningId', 'in', [...screeningIds])
		.execute();
}

/** Oldest first. */
export async function waiting(db: Db, limit: number) {
	return db
		.selectFrom('appeals as a')
		.innerJoin('screenings as s', 's.id', 'a.screeningId')
		.select(['a.screeningId', 'a.subjectKind', 'a.subjectId', 'a.filedAt', 's.deed', 's.ground', 's.moderatorId'])
		.where('a.decidedAt', 'is', null)
		.orderBy('a.filedAt')
		.orderBy('a.screeningId')
		.limit(limit)
		.execute();
}

export async function countWaiting(db: Db): Promise<number> {
	const row = await db
		.selectFrom('appeals')
		.select((e) => e.fn.countAll<number>().as('count'))
		.where('decidedAt', 'is', null)
		.executeTakeFirst();
	return row?.count ?? 0;
}

export async function decide(
	db: Db,
	screeningId: string,
	decision: { outcome: string; reply: string; decidedBy: string; decidedAt: Instant }
): Promise<void> {
	await db.updateTable('appeals').set(decision).where('screeningId', '=', screeningId).execute();
}

/** What somebody wants to be looked at again, and nobody has so far. */
export async function subjectsWaiting(db: Db): Promise<string[]> {
	const rows = await db.selectFrom('appeals').select('subjectId').where('decidedAt', 'is', null).execute();
	return rows.map((row) => row.subjectId);
}
