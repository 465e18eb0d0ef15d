import type { Stretch } from '../cursor.ts';
import type { Db } from '../server/app.ts';

/** What waits for moderation, oldest first. */
export async function waitingIds(db: Db, limit: number, { offset, newest }: Stretch): Promise<string[]> {
	const rows = await db
		.selectFrom('amendments')
		.select('id')
		.where('publishedAt', 'is', null)
		.where('rejectedAt', 'is', null)
		.where('withdrawnAt', 'is', null)
		.orderBy('createdAt', newest ? 'desc' : 'asc')
		.orderBy('id', newest ? 'desc' : 'asc')
		.limit(limit)
		.offset(offset)
		.execute();
	return rows.map((row) => row.id);
}

export async function countWaiting(db: Db): Promise<number> {
	const row = await db
		.selectFrom('amendments')
		.select((e) => e.fn.countAll<number>().as('count'))
		.where('publishedAt', 'is', null)
		.where('rejectedAt', 'is', null)
		.where('withdrawnAt', 'is', null)
		.executeTakeFirst();
	return row?.count ?? 0;
}
