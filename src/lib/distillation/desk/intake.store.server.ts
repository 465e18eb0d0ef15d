import { sql } from 'kysely';
import type { Instant } from '../../time.ts';
import type { Db } from '../../server/app.ts';

const PUBLIC = sql<boolean>`(p.published_at is not null and p.hidden_at is null and p.rejected_at is null
	and p.withdrawn_at is null and p.withheld_at is null)`;

/** What the desk has to learn about contributions: what was published, and what was hidden, taken back or shown again. */
export async function newProposals(db: Db, limit: number) {
	return db
		.selectFrom('proposals as p')
		.leftJoin('dockets as d', 'd.proposalId', 'p.id')
		.select(['p.id', 'p.number', 'p.consultationId', 'p.publishedAt', 'p.fieldId', 'p.kind', 'p.authorGroup'])
		.where(PUBLIC)
		.where('d.proposalId', 'is', null)
		.orderBy('p.publishedAt')
		.limit(limit)
		.execute();
}

/** Dockets that do not know yet that their contribution is no longer public, for whatever reason, or is again. */
export async function changedVisibility(db: Db, limit: number) {
	return db
		.selectFrom('dockets as d')
		.innerJoin('proposals as p', 'p.id', 'd.proposalId')
		.select(['d.proposalId', 'd.consultationId', 'd.fieldId', 'd.kind', 'd.group', 'd.hiddenAt'])
		.where(sql<boolean>`(d.hidden_at is null) <> ${PUBLIC}`)
		.limit(limit)
		.execute();
}

export interface NewWorkItem {
	proposalId: string;
	consultationId: string;
	number: number;
	publishedAt: Instant;
	fieldId: string;
	kind: string;
	group: string;
}

/** Returns whether it was new: several processes may notice the same contribution. */
export async function addWorkItem(db: Db, docket: NewWorkItem): Promise<boolean> {
	const result = await db
		.insertInto('dockets')
		.values({ ...docket, assigneeId: null, aside: null, openSince: docket.publishedAt, hiddenAt: null })
		.onConflict((c) => c.column('proposalId').doNothing())
		.executeTakeFirst();
	return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function setHidden(db: Db, proposalId: string, hiddenAt: Instant | null): Promise<void> {
	await db.updateTable('dockets').set({ hiddenAt }).where('proposalId', '=', proposalId).execute();
}
