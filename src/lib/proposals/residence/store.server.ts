import type { Db } from '../../server/app.ts';

/** null: nothing is said any more. */
export async function put(db: Db, proposalId: string, district: string | null): Promise<void> {
	await forget(db, [proposalId]);
	if (district !== null) await db.insertInto('residences').values({ proposalId, district }).execute();
}

export async function forget(db: Db, proposalIds: readonly string[]): Promise<void> {
	if (proposalIds.length === 0) return;
	await db
		.deleteFrom('residences')
		.where('proposalId', 'in', [...proposalIds])
		.execute();
}

/** What was said with the newest text of this person, drafts too; of one that says nothing: nothing. */
export async function latestOf(db: Db, authorId: string) {
	return db
		.selectFrom('proposals as p')
		.leftJoin('residences as r', 'r.proposalId', 'p.id')
		.select('r.district')
		.where('p.authorId', '=', authorId)
		.where('p.withdrawnAt', 'is', null)
		.orderBy('p.createdAt', 'desc')
		.orderBy('p.id', 'desc')
		.limit(1)
		.executeTakeFirst();
}

export async function ofAuthor(db: Db, authorId: string) {
	return db
		.selectFrom('residences as r')
		.innerJoin('proposals as p', 'p.id', 'r.proposalId')
		.select(['r.proposalId', 'r.district'])
		.where('p.authorId', '=', authorId)
		.orderBy('p.createdAt', 'desc')
		.execute();
}

export async function of(db: Db, proposalId: string) {
	return db.selectFrom('residences').select('district').where('proposalId', '=', proposalId).executeTakeFirst();
}
