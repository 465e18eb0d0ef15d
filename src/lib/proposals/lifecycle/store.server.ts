import { sql } from 'kysely';
import type { Db } from '../../server/app.ts';
import { rows } from '../store.server.ts';

export async function unlink(db: Db, authorId: string): Promise<void> {
	await db
		.updateTable('proposals')
		.set({
			authorId: null,
			authorName: sql<string>`case when organisation_id is null then '' else author_name end`
		})
		.where('authorId', '=', authorId)
		.execute();
}

/** What somebody supports. The words are somebody else's: of what nobody reads any more they are not told. */
export async function supportsOf(db: Db, personId: string) {
	const title = sql<string>`case when p.published_at is not null and p.hidden_at is null then p.title else '' end`;
	return db
		.selectFrom('supports as s')
		.innerJoin('proposals as p', 'p.id', 's.proposalId')
		.select(['p.number', title.as('title'), 's.createdAt'])
		.where('s.personId', '=', personId)
		.orderBy('s.createdAt', 'desc')
		.execute();
}

/** What is there for evaluation only, newest first. */
export async function page(db: Db, before: number | null, limit: number) {
	let query = rows(db)
		.where('p.withheldAt', 'is not', null)
		.where('p.withdrawnAt', 'is', null)
		.orderBy('p.number', 'desc')
		.limit(limit);
	if (before !== null) query = query.where('p.number', '<', before);
	return query.execute();
}

export async function count(db: Db): Promise<number> {
	const row = await db
		.selectFrom('proposals')
		.select((e) => e.fn.countAll<number>().as('count'))
		.where('withheldAt', 'is not', null)
		.where('withdrawnAt', 'is', null)
		.executeTakeFirst();
	return row?.count ?? 0;
}
