import type { Db } from '../server/house.ts';

/** What everybody can read, by what it is about; amendments without a comment are left out. */
export async function onAmendments(db: Db, ids: readonly string[]) {
	if (ids.length === 0) return [];
	return db
		.selectFrom('comments')
		.select((e) => ['amendmentId', e.fn.countAll<number>().as('count')])
		.where('amendmentId', 'in', [...ids])
		.where('publishedAt', 'is not', null)
		.where('hiddenAt', 'is', null)
		.where('withdrawnAt', 'is', null)
		.groupBy('amendmentId')
		.execute();
}
