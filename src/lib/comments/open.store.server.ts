import { sql } from 'kysely';
import type { Instant } from '../server/ctx.ts';
import type { Db } from '../server/house.ts';
import { rows } from './store.server.ts';

/** What is said under a contribution or an amendment that nobody can open any more cannot be read either. */
const underSomething = sql<boolean>`(c.proposal_id is null or exists (
		select 1 from proposals as p where p.id = c.proposal_id and p.published_at is not null and p.hidden_at is null
	)) and (c.amendment_id is null or exists (
		select 1 from amendments as a where a.id = c.amendment_id and a.published_at is not null
			and a.hidden_at is null and a.withdrawn_at is null
	))`;

/** Everything anybody can read, in the order in which it was published. */
export async function published(db: Db, after: { publishedAt: Instant; id: string } | null, limit: number) {
	let query = rows(db)
		.where('c.publishedAt', 'is not', null)
		.where('c.hiddenAt', 'is', null)
		.where('c.withdrawnAt', 'is', null)
		.where(underSomething)
		.orderBy('c.publishedAt')
		.orderBy('c.id')
		.limit(limit);
	if (after) query = query.where(sql<boolean>`(c.published_at, c.id) > (${after.publishedAt}, ${after.id})`);
	return query.execute();
}
