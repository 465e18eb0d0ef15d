import type { Instant } from '../server/ctx.ts';
import type { Db } from '../server/house.ts';

export async function dropDrafts(db: Db, before: Instant): Promise<number> {
	const result = await db
		.deleteFrom('proposals')
		.where('submittedAt', 'is', null)
		.where('changedAt', '<', before)
		.executeTakeFirst();
	return Number(result.numDeletedRows);
}

/** The words go; that something was sent, and why it was refused, stays. */
export async function emptyRejected(db: Db, before: Instant, except: readonly string[]): Promise<number> {
	const result = await db
		.updateTable('proposals')
		.set({ title: '', body: '', evidence: null })
		.where('rejectedAt', '<', before)
		.where('body', '<>', '')
		// Never an empty list: PostgreSQL does not know such a thing.
		.where('id', 'not in', [...except, ''])
		.executeTakeFirst();
	return Number(result.numUpdatedRows);
}
