import type { Instant } from '../../time.ts';
import type { Db } from '../../server/app.ts';

/** What changes the points of a draft. The verbs make sure that it is one. */
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

/** The draft's revision at which a point last changed. */
export async function touch(db: Db, versionId: string, pointId: string, revision: number): Promise<void> {
	await db
		.updateTable('versionPoints')
		.set({ revision })
		.where('versionId', '=', versionId)
		.where('pointId', '=', pointId)
		.execute();
}

const OF_POINT = [
	'sources',
	'amendmentSources',
	'measures',
	'changeNotes',
	'hands',
	'lineages',
	'versionPoints'
] as const;

/** A point that was never published leaves nothing behind. */
export async function removePoint(db: Db, versionId: string, pointId: string): Promise<void> {
	for (const table of OF_POINT) {
		await db.deleteFrom(table).where('versionId', '=', versionId).where('pointId', '=', pointId).execute();
	}
	await db.deleteFrom('wordings').where('pointId', '=', pointId).execute();
	await db.deleteFrom('points').where('id', '=', pointId).execute();
}
