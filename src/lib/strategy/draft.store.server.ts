import { sql } from 'kysely';
import type { Instant } from '../server/ctx.ts';
import type { Db } from '../server/house.ts';

/** What changes a draft, and what freezes it. The door makes sure that it is one. */
export interface NewDraft {
	id: string;
	number: number;
	consultationId: string;
	previousId: string | null;
	kind: string;
	title: string;
	preamble: string;
	createdBy: string;
	createdAt: Instant;
}

export async function addVersion(db: Db, draft: NewDraft): Promise<void> {
	await db
		.insertInto('versions')
		.values({ ...draft, publishedAt: null, publishedBy: null, numbers: null, digest: null, frozen: null })
		.execute();
}

/** The same points, wordings, places, notes and sources. */
export async function copyContent(db: Db, from: string, to: string): Promise<void> {
	await db
		.insertInto('versionPoints')
		.columns(['versionId', 'pointId', 'wordingId', 'position', 'editorialNote'])
		.expression((e) =>
			e
				.selectFrom('versionPoints')
				.select([sql<string>`${to}`.as('versionId'), 'pointId', 'wordingId', 'position', 'editorialNote'])
				.where('versionId', '=', from)
		)
		.execute();
	await db
		.insertInto('sources')
		.columns(['versionId', 'pointId', 'proposalId', 'relation', 'note'])
		.expression((e) =>
			e
				.selectFrom('sources')
				.select([sql<string>`${to}`.as('versionId'), 'pointId', 'proposalId', 'relation', 'note'])
				.where('versionId', '=', from)
		)
		.execute();
}

export async function setHead(
	db: Db,
	id: string,
	head: { kind: string; title: string; preamble: string }
): Promise<void> {
	await db.updateTable('versions').set(head).where('id', '=', id).execute();
}

/** Approvals given so far no longer count. */
export async function bump(db: Db, id: string): Promise<void> {
	await db
		.updateTable('versions')
		.set((e) => ({ revision: e('revision', '+', 1) }))
		.where('id', '=', id)
		.execute();
}

export interface NewPoint {
	id: string;
	number: number;
	consultationId: string;
}

export async function addPoint(db: Db, point: NewPoint, now: Instant): Promise<void> {
	await db
		.insertInto('points')
		.values({ ...point, createdAt: now })
		.execute();
}

export interface Wording {
	fieldId: string;
	title: string;
	body: string;
}

export interface Author {
	writtenBy: string;
	writtenAt: Instant;
}

export async function addWording(db: Db, row: Wording & Author & { id: string; pointId: string }): Promise<void> {
	await db
		.insertInto('wordings')
		.values({ ...row, frozenAt: null })
		.execute();
}

/** Only a wording that was never published. */
export async function setWording(db: Db, id: string, wording: Wording & Author): Promise<void> {
	await db.updateTable('wordings').set(wording).where('id', '=', id).where('frozenAt', 'is', null).execute();
}

export async function removeWording(db: Db, id: string): Promise<void> {
	await db.deleteFrom('wordings').where('id', '=', id).where('frozenAt', 'is', null).execute();
}

export async function addToVersion(
	db: Db,
	row: { versionId: string; pointId: string; wordingId: string; position: number }
): Promise<void> {
	await db
		.insertInto('versionPoints')
		.values({ ...row, editorialNote: null })
		.execute();
}

type PlaceInVersion = { wordingId: string } | { position: number } | { editorialNote: string | null };

export async function setInVersion(db: Db, versionId: string, pointId: string, change: PlaceInVersion): Promise<void> {
	await db
		.updateTable('versionPoints')
		.set(change)
		.where('versionId', '=', versionId)
		.where('pointId', '=', pointId)
		.execute();
}

export async function putDrop(db: Db, versionId: string, pointId: string, reason: string): Promise<void> {
	await db
		.insertInto('drops')
		.values({ versionId, pointId, reason })
		.onConflict((c) => c.columns(['versionId', 'pointId']).doUpdateSet({ reason }))
		.execute();
}

export async function removeDrop(db: Db, versionId: string, pointId: string): Promise<void> {
	await db.deleteFrom('drops').where('versionId', '=', versionId).where('pointId', '=', pointId).execute();
}

export interface SourceRow {
	versionId: string;
	pointId: string;
	proposalId: string;
	relation: string;
	note: string | null;
}

export async function putSources(db: Db, rows: readonly SourceRow[]): Promise<void> {
	if (rows.length === 0) return;
	await db
		.insertInto('sources')
		.values([...rows])
		.onConflict((c) =>
			c
				.columns(['versionId', 'pointId', 'proposalId'])
				.doUpdateSet((e) => ({ relation: e.ref('excluded.relation'), note: e.ref('excluded.note') }))
		)
		.execute();
}

export async function removeSource(db: Db, versionId: string, pointId: string, proposalId: string): Promise<void> {
	await db
		.deleteFrom('sources')
		.where('versionId', '=', versionId)
		.where('pointId', '=', pointId)
		.where('proposalId', '=', proposalId)
		.execute();
}

/** A point that was never published leaves nothing behind. */
export async function removePoint(db: Db, versionId: string, pointId: string): Promise<void> {
	await db.deleteFrom('sources').where('versionId', '=', versionId).where('pointId', '=', pointId).execute();
	await db.deleteFrom('versionPoints').where('versionId', '=', versionId).where('pointId', '=', pointId).execute();
	await db.deleteFrom('wordings').where('pointId', '=', pointId).execute();
	await db.deleteFrom('points').where('id', '=', pointId).execute();
}

/** Until publication a dropped point only carries a mark, so that it can come back whole. Now it goes. */
export async function sweepDropped(db: Db, versionId: string): Promise<void> {
	for (const table of ['sources', 'versionPoints'] as const) {
		await db
			.deleteFrom(table)
			.where('versionId', '=', versionId)
			.where('pointId', 'in', (e) => e.selectFrom('drops').select('pointId').where('versionId', '=', versionId))
			.execute();
	}
}

/** Freezes the wordings that stand in the version; what was written for it and is not used is nobody's. */
export async function freezeWordings(db: Db, versionId: string, consultationId: string, now: Instant): Promise<void> {
	await db
		.updateTable('wordings')
		.set({ frozenAt: now })
		.where('frozenAt', 'is', null)
		.where('id', 'in', (e) => e.selectFrom('versionPoints').select('wordingId').where('versionId', '=', versionId))
		.execute();
	await db
		.deleteFrom('wordings')
		.where('frozenAt', 'is', null)
		.where('pointId', 'in', (e) => e.selectFrom('points').select('id').where('consultationId', '=', consultationId))
		.execute();
}

export async function publish(
	db: Db,
	id: string,
	publication: { publishedAt: Instant; publishedBy: string | null; numbers: string }
): Promise<void> {
	await db.updateTable('versions').set(publication).where('id', '=', id).execute();
}

export async function seal(db: Db, id: string, seal: { frozen: string; digest: string }): Promise<void> {
	await db.updateTable('versions').set(seal).where('id', '=', id).execute();
}
