import type { Instant } from '../server/ctx.ts';
import type { Db } from '../server/house.ts';
import type { DraftText } from './store.server.ts';

export interface Imported extends DraftText {
	id: string;
	number: number;
	consultationId: string;
	authorName: string;
	authorGroup: string;
	publishedAt: Instant;
	origin: string;
	originId: string;
	originUrl: string | null;
}

export async function addImported(db: Db, row: Imported, now: Instant): Promise<void> {
	await db
		.insertInto('proposals')
		.values({
			...row,
			authorId: null,
			organisationId: null,
			createdAt: now,
			changedAt: now,
			submittedAt: row.publishedAt,
			rejectedAt: null,
			hiddenAt: null,
			redactedAt: null,
			withdrawnAt: null,
			withheldAt: null
		})
		.execute();
}

export async function knownOriginIds(db: Db, origin: string, ids: readonly string[]): Promise<string[]> {
	if (ids.length === 0) return [];
	const rows = await db
		.selectFrom('proposals')
		.select('originId')
		.where('origin', '=', origin)
		.where('originId', 'in', [...ids])
		.execute();
	return rows.flatMap((row) => (row.originId === null ? [] : [row.originId]));
}

/** As they stand here: to see whether the same ids in a file mean the same contributions. */
export async function knownTitles(db: Db, origin: string, ids: readonly string[]) {
	if (ids.length === 0) return [];
	return db
		.selectFrom('proposals')
		.select(['originId', 'title', 'withdrawnAt'])
		.where('origin', '=', origin)
		.where('originId', 'in', [...ids])
		.execute();
}

export async function ofOrigin(db: Db, origin: string) {
	return db
		.selectFrom('proposals')
		.select(['id', 'number', 'supportCount', 'commentCount'])
		.where('origin', '=', origin)
		.orderBy('number')
		.execute();
}

/** The same id may come in again, and is another contribution then. */
export async function loosen(db: Db, id: string): Promise<void> {
	await db
		.updateTable('proposals')
		.set({ origin: null, originId: null, originUrl: null })
		.where('id', '=', id)
		.execute();
}

export async function keepOriginal(db: Db, proposalId: string, title: string, body: string): Promise<void> {
	await db.insertInto('importOriginals').values({ proposalId, title, body }).execute();
}

export async function originalOf(db: Db, proposalId: string) {
	return db
		.selectFrom('importOriginals')
		.select(['title', 'body'])
		.where('proposalId', '=', proposalId)
		.executeTakeFirst();
}

export async function forgetOriginal(db: Db, proposalId: string): Promise<void> {
	await db.deleteFrom('importOriginals').where('proposalId', '=', proposalId).execute();
}
