import type { Db } from '../server/house.ts';
import type { Instant } from '../server/ctx.ts';

export async function consultationRows(db: Db) {
	return db
		.selectFrom('consultations')
		.select(['id', 'slug', 'title', 'lead', 'questions'])
		.orderBy('position')
		.orderBy('id')
		.execute();
}

export async function phaseRows(db: Db) {
	return db
		.selectFrom('phases')
		.select(['id', 'consultationId', 'kind', 'beginsAt', 'endsAt', 'ballotsSealedAt', 'endChangedAt'])
		.orderBy('beginsAt')
		.execute();
}

export async function actionRows(db: Db) {
	return db.selectFrom('phaseActions').selectAll().execute();
}

export async function fieldRows(db: Db) {
	return db.selectFrom('fields').selectAll().orderBy('position').execute();
}

export async function addConsultation(
	db: Db,
	row: { id: string; slug: string; title: string; lead: string; questions: readonly string[]; position: number },
	now: Instant
): Promise<void> {
	await db
		.insertInto('consultations')
		.values({ ...row, questions: JSON.stringify(row.questions), createdAt: now })
		.execute();
}

export async function addField(
	db: Db,
	row: { id: string; consultationId: string; slug: string; title: string; lead: string; position: number }
): Promise<void> {
	await db.insertInto('fields').values(row).execute();
}

export async function putPhase(
	db: Db,
	phase: {
		id: string;
		consultationId: string;
		kind: string;
		beginsAt: Instant;
		endsAt: Instant;
		endChangedAt?: Instant | null;
	},
	actions: readonly string[]
): Promise<void> {
	const { beginsAt, endsAt, endChangedAt = null } = phase;
	await db
		.insertInto('phases')
		.values({ ...phase, announcedAt: null })
		.onConflict((c) => c.column('id').doUpdateSet({ beginsAt, endsAt, endChangedAt }))
		.execute();
	await db.deleteFrom('phaseActions').where('phaseId', '=', phase.id).execute();
	if (actions.length === 0) return;
	await db
		.insertInto('phaseActions')
		.values(actions.map((action) => ({ phaseId: phase.id, action })))
		.execute();
}

/** Phases that have begun and whose beginning no journal entry tells yet. */
export async function unannounced(db: Db, now: Instant) {
	return db
		.selectFrom('phases')
		.select(['id', 'consultationId', 'kind', 'beginsAt'])
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

/** Whether anybody has voted in it. */
export async function hasVotes(db: Db, phaseId: string): Promise<boolean> {
	const row = await db.selectFrom('ballotKeys').select('phaseId').where('phaseId', '=', phaseId).executeTakeFirst();
	return row !== undefined;
}
