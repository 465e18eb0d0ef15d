import { sql } from 'kysely';
import type { Db } from '../server/house.ts';

export async function unlink(db: Db, authorId: string, name: string): Promise<void> {
	await db
		.updateTable('proposals')
		.set({
			authorId: null,
			authorName: sql<string>`case when organisation_id is null then cast(${name} as text) else author_name end`
		})
		.where('authorId', '=', authorId)
		.execute();
}

export async function supportsOf(db: Db, personId: string) {
	return db
		.selectFrom('supports as s')
		.innerJoin('proposals as p', 'p.id', 's.proposalId')
		.select(['p.number', 'p.title', 's.createdAt'])
		.where('s.personId', '=', personId)
		.orderBy('s.createdAt', 'desc')
		.execute();
}
