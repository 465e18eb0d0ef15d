import type { Instant } from '../../time.ts';
import type { Db } from '../../server/app.ts';

export async function addSupport(
	db: Db,
	support: { proposalId: string; personId: string; group: string },
	now: Instant
): Promise<boolean> {
	const result = await db
		.insertInto('supports')
		.values({ ...support, createdAt: now })
		.onConflict((c) => c.columns(['proposalId', 'personId']).doNothing())
		.executeTakeFirst();
	return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function removeSupport(db: Db, proposalId: string, personId: string): Promise<boolean> {
	const result = await db
		.deleteFrom('supports')
		.where('proposalId', '=', proposalId)
		.where('personId', '=', personId)
		.executeTakeFirst();
	return result.numDeletedRows > 0n;
}

export async function supportedBy(db: Db, personId: string, ids: readonly string[]): Promise<string[]> {
	if (ids.length === 0) return [];
	const rows = await db
		.selectFrom('supports')
		.select('proposalId')
		.where('personId', '=', personId)
		.where('proposalId', 'in', [...ids])
		.execute();
	return rows.map((row) => row.proposalId);
}

/** The newest first; of those that are public. */
export async function ofPerson(db: Db, personId: string, limit: number) {
	return db
		.selectFrom('supports as s')
		.innerJoin('proposals as p', 'p.id', 's.proposalId')
		.select(['p.number', 'p.title', 'p.language'])
		.where('s.personId', '=', personId)
		.where('p.publishedAt', 'is not', null)
		.where('p.hiddenAt', 'is', null)
		.where('p.withdrawnAt', 'is', null)
		.orderBy('s.createdAt', 'desc')
		.orderBy('p.number', 'desc')
		.limit(limit)
		.execute();
}
