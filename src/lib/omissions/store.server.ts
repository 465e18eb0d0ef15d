import { sql } from 'kysely';
import type { Db } from '../server/app.ts';

const PUBLIC = sql<boolean>`(p.published_at is not null and p.hidden_at is null and p.rejected_at is null
	and p.withdrawn_at is null and p.withheld_at is null)`;

/** Every public contribution. */
export async function texts(db: Db, consultationId: string) {
	return db
		.selectFrom('proposals as p')
		.select(['p.number', 'p.title', 'p.body', 'p.authorId', 'p.authorGroup', 'p.organisationId', 'p.language'])
		.where('p.consultationId', '=', consultationId)
		.where('p.number', 'is not', null)
		.where(PUBLIC)
		.orderBy('p.number')
		.execute();
}

/** What lies in live clusters: of public contributions only. */
export async function members(db: Db, consultationId: string) {
	return db
		.selectFrom('members as m')
		.innerJoin('clusters as c', 'c.id', 'm.clusterId')
		.innerJoin('proposals as p', 'p.id', 'm.proposalId')
		.select(['p.number', 'm.segmentId', 'm.dissent', 'c.pointId'])
		.where('c.consultationId', '=', consultationId)
		.where('c.mergedIntoId', 'is', null)
		.where('c.removedAt', 'is', null)
		.where(PUBLIC)
		.orderBy('p.number')
		.execute();
}

/** Passages that were cut, of public contributions. */
export async function segments(db: Db, consultationId: string) {
	return db
		.selectFrom('segments as s')
		.innerJoin('proposals as p', 'p.id', 's.proposalId')
		.select(['s.id', 'p.number'])
		.where('p.consultationId', '=', consultationId)
		.where('s.removedAt', 'is', null)
		.where(PUBLIC)
		.execute();
}

export async function notes(db: Db, versionId: string) {
	return db.selectFrom('omissionNotes').select(['subject', 'way', 'text']).where('versionId', '=', versionId).execute();
}

export async function put(
	db: Db,
	row: { versionId: string; subject: string; way: string; text: string }
): Promise<void> {
	const { way, text } = row;
	await db
		.insertInto('omissionNotes')
		.values(row)
		.onConflict((c) => c.columns(['versionId', 'subject']).doUpdateSet({ way, text }))
		.execute();
}

export async function drop(db: Db, versionId: string, subject: string): Promise<void> {
	await db.deleteFrom('omissionNotes').where('versionId', '=', versionId).where('subject', '=', subject).execute();
}

/** They are frozen with the version. */
export async function dropAll(db: Db, versionId: string): Promise<void> {
	await db.deleteFrom('omissionNotes').where('versionId', '=', versionId).execute();
}
