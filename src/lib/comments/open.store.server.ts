import { sql } from 'kysely';
import type { Instant } from '../server/ctx.ts';
import type { Db } from '../server/house.ts';
import { rows } from './store.server.ts';

/** Everything anybody can read, in the order in which it was published. */
export async function published(db: Db, after: { publishedAt: Instant; id: string } | null, limit: number) {
	let query = rows(db)
		.where('c.publishedAt', 'is not', null)
		.where('c.hiddenAt', 'is', null)
		.where('c.withdrawnAt', 'is', null)
		.orderBy('c.publishedAt')
		.orderBy('c.id')
		.limit(limit);
	if (after) query = query.where(sql<boolean>`(c.published_at, c.id) > (${after.publishedAt}, ${after.id})`);
	return query.execute();
}
