import type { Instant } from '../../time.ts';
import type { Db } from '../../server/app.ts';

export async function current(db: Db, proposalIds: readonly string[]) {
	if (proposalIds.length === 0) return [];
	return db
		.selectFrom('summaries')
		.select(['id', 'proposalId', 'revision', 'title', 'body', 'writtenAt'])
		.where('proposalId', 'in', [...proposalIds])
		.where('replacedAt', 'is', null)
		.execute();
}

/** Those before the one that counts, newest first. */
export async function former(db: Db, proposalId: string) {
	return db
		.selectFrom('summaries')
		.select(['revision', 'title', 'body', 'writtenAt'])
		.where('proposalId', '=', proposalId)
		.where('replacedAt', 'is not', null)
		.orderBy('revision', 'desc')
		.execute();
}

export interface NewSummary {
	id: string;
	proposalId: string;
	revision: number;
	title: string;
	body: string;
	writtenBy: string | null;
	writtenAt: Instant;
}

/** The one before stays, and counts no longer. */
export async function add(db: Db, summary: NewSummary): Promise<void> {
	const { proposalId, writtenAt } = summary;
	await db
		.updateTable('summaries')
		.set({ replacedAt: writtenAt })
		.where('proposalId', '=', proposalId)
		.where('replacedAt', 'is', null)
		.execute();
	await db
		.insertInto('summaries')
		.values({ ...summary, replacedAt: null })
		.execute();
}

export async function setLanguage(db: Db, proposalId: string, language: string): Promise<void> {
	await db.updateTable('proposals').set({ language }).where('id', '=', proposalId).execute();
}

export async function forget(db: Db, proposalId: string): Promise<void> {
	await db.deleteFrom('summaries').where('proposalId', '=', proposalId).execute();
}
