import { sql } from 'kysely';
import type { Db } from '../server/house.ts';

export async function unlink(db: Db, authorId: string, name: string): Promise<void> {
	await db
		.updateTable('amendments')
		.set({
			authorId: null,
			authorName: sql<string>`case when organisation_id is null then cast(${name} as text) else author_name end`
		})
		.where('authorId', '=', authorId)
		.execute();
}

export async function emptyRejected(db: Db, before: string, except: readonly string[]): Promise<number> {
	const result = await db
		.updateTable('amendments')
		.set({ title: '', body: '', reason: '' })
		.where('rejectedAt', '<', before)
		.where('body', '<>', '')
		// Never an empty list: PostgreSQL does not know such a thing.
		.where('id', 'not in', [...except, ''])
		.executeTakeFirst();
	return Number(result.numUpdatedRows);
}
