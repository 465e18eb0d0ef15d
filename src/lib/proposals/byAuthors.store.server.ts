import type { Db } from '../server/house.ts';

/** What these people wrote that everybody can read, by number. */
export async function publishedBy(db: Db, authorIds: readonly string[]) {
	if (authorIds.length === 0) return [];
	return db
		.selectFrom('proposals')
		.select(['id', 'number', 'title', 'language', 'authorId'])
		.where('authorId', 'in', [...authorIds])
		.where('publishedAt', 'is not', null)
		.where('hiddenAt', 'is', null)
		.where('withdrawnAt', 'is', null)
		.orderBy('number')
		.execute();
}
