import type { Instant } from '../server/ctx.ts';
import type { Db } from '../server/house.ts';

/** One approval each: the newer takes the older one's place. */
export async function putApproval(
	db: Db,
	approval: { versionId: string; personId: string; revision: number },
	now: Instant
): Promise<void> {
	const { revision } = approval;
	await db
		.insertInto('approvals')
		.values({ ...approval, at: now })
		.onConflict((c) => c.columns(['versionId', 'personId']).doUpdateSet({ revision, at: now }))
		.execute();
}

/** Earlier ones, given to a draft that has changed since, are kept but count for nothing. */
export async function approvals(db: Db, versionId: string, revision: number) {
	return db
		.selectFrom('approvals as a')
		.innerJoin('persons as p', 'p.id', 'a.personId')
		.select(['a.personId', 'p.pseudonym as name', 'a.at'])
		.where('a.versionId', '=', versionId)
		.where('a.revision', '=', revision)
		.orderBy('a.at')
		.execute();
}
