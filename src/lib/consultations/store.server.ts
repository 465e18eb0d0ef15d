import type { Db } from '../server/app.ts';
import type { Instant } from '../time.ts';

/** The process first; after it, what there was of others before there was only one. */
export async function consultationRows(db: Db) {
	return db
		.selectFrom('consultations')
		.select(['id', 'slug', 'title', 'lead', 'changeable', 'settled', 'sole'])
		.orderBy('position')
		.orderBy('id')
		.execute();
}

export async function phaseRows(db: Db) {
	return db
		.selectFrom('phases')
		.select(['id', 'consultationId', 'slug', 'title', 'asks', 'answerBy'])
		.select(['beginsAt', 'endsAt', 'ballotsSealedAt', 'endChangedAt', 'peerGroup'])
		.orderBy('position')
		.orderBy('beginsAt')
		.execute();
}

export async function actionRows(db: Db) {
	return db.selectFrom('phaseActions').selectAll().execute();
}

export async function groupRows(db: Db) {
	return db.selectFrom('phaseGroups').selectAll().orderBy('group').execute();
}

export async function fieldRows(db: Db) {
	return db.selectFrom('fields').selectAll().orderBy('position').execute();
}

export async function questionRows(db: Db) {
	return db.selectFrom('questions').selectAll().orderBy('position').execute();
}

export interface ConsultationRow {
	id: string;
	slug: string;
	title: string;
	lead: string;
	changeable: string;
	settled: string;
	position: number;
	/** 1: the process; null: a former one that is put back. */
	sole: 1 | null;
}

export async function addConsultation(db: Db, row: ConsultationRow, now: Instant): Promise<void> {
	await db
		.insertInto('consultations')
		.values({ ...row, createdAt: now })
		.execute();
}

/** Phases that have begun and whose beginning no journal entry tells yet. */
export async function unannounced(db: Db, now: Instant) {
	return db
		.selectFrom('phases')
		.select(['id', 'consultationId', 'slug', 'title', 'beginsAt'])
		.where('announcedAt', 'is', null)
		.where('beginsAt', '<=', now)
		.orderBy('beginsAt')
		.execute();
}

export async function markAnnounced(db: Db, id: string, now: Instant): Promise<void> {
	await db.updateTable('phases').set({ announcedAt: now }).where('id', '=', id).execute();
}

export async function sealBallots(db: Db, id: string, now: Instant): Promise<void> {
	await db.updateTable('phases').set({ ballotsSealedAt: now }).where('id', '=', id).execute();
}

/** Whether its group has written something in it. */
export async function hasPeerTexts(db: Db, phaseId: string): Promise<boolean> {
	const row = await db
		.selectFrom('proposals')
		.select('id')
		.where('peerPhaseId', '=', phaseId)
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}

/** Whether anybody has voted in it. */
export async function hasVotes(db: Db, phaseId: string): Promise<boolean> {
	const row = await db.selectFrom('ballotKeys').select('phaseId').where('phaseId', '=', phaseId).executeTakeFirst();
	return row !== undefined;
}
