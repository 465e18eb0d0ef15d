import type { Instant } from '../../time.ts';
import type { Db } from '../../server/app.ts';

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
	// Never an empty list: PostgreSQL does not know such a thing.
	const kept = [...except, ''];
	const gone = db.selectFrom('proposals').select('id').where('rejectedAt', '<', before).where('id', 'not in', kept);
	await db.deleteFrom('residences').where('proposalId', 'in', gone).execute();
	await db.deleteFrom('summaries').where('proposalId', 'in', gone).execute();
	const result = await db
		.updateTable('proposals')
		.set({ title: '', body: '', evidence: null, language: 'de' })
		.where('rejectedAt', '<', before)
		.where('body', '<>', '')
		.where('id', 'not in', kept)
		.executeTakeFirst();
	return Number(result.numUpdatedRows);
}
