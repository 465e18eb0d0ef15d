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
