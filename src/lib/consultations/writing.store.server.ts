import { sql } from 'kysely';
import type { Db } from '../server/app.ts';
import type { Instant } from '../time.ts';
import type { ActionGroups } from './consultation.ts';

/** What is written of the process, of its fields, questions and phases. */

export async function changeConsultation(
	db: Db,
	id: string,
	words: { title: string; lead: string; changeable: string; settled: string }
): Promise<void> {
	await db.updateTable('consultations').set(words).where('id', '=', id).execute();
}

interface Placed {
	id: string;
	consultationId: string;
}

export async function putField(
	db: Db,
	{ id, consultationId, ...field }: Placed & { slug: string; title: string; lead: string; endedAt: Instant | null }
): Promise<void> {
	const position = await nextPosition(db, 'fields', consultationId);
	await db
		.insertInto('fields')
		.values({ id, consultationId, position, ...field })
		.onConflict((c) => c.column('id').doUpdateSet(field))
		.execute();
}

export async function putQuestion(
	db: Db,
	{ id, consultationId, ...question }: Placed & { title: string; endedAt: Instant | null }
): Promise<void> {
	const position = await nextPosition(db, 'questions', consultationId);
	await db
		.insertInto('questions')
		.values({ id, consultationId, position, ...question })
		.onConflict((c) => c.column('id').doUpdateSet(question))
		.execute();
}

export interface PhaseRow extends Placed {
	slug: string;
	title: string;
	asks: string;
	answerBy: string | null;
	beginsAt: Instant;
	endsAt: Instant;
	endChangedAt: Instant | null;
	peerGroup: string | null;
}

export async function putPhase(
	db: Db,
	{ id, consultationId, slug, ...phase }: PhaseRow,
	opens: { actions: readonly string[]; groups: ActionGroups }
): Promise<void> {
	const position = await nextPosition(db, 'phases', consultationId);
	await db
		.insertInto('phases')
		.values({ id, consultationId, slug, position, announcedAt: null, ...phase })
		.onConflict((c) => c.column('id').doUpdateSet(phase))
		.execute();
	await dropActions(db, id);
	const actions = opens.actions.map((action) => ({ phaseId: id, action }));
	if (actions.length > 0) await db.insertInto('phaseActions').values(actions).execute();
	const groups = Object.entries(opens.groups).flatMap(([action, named]) =>
		named.map((group) => ({ phaseId: id, action, group }))
	);
	if (groups.length > 0) await db.insertInto('phaseGroups').values(groups).execute();
}

async function dropActions(db: Db, phaseId: string): Promise<void> {
	await db.deleteFrom('phaseGroups').where('phaseId', '=', phaseId).execute();
	await db.deleteFrom('phaseActions').where('phaseId', '=', phaseId).execute();
}

export async function dropField(db: Db, id: string): Promise<void> {
	await db.deleteFrom('fields').where('id', '=', id).execute();
}

export async function dropQuestion(db: Db, id: string): Promise<void> {
	await db.deleteFrom('questions').where('id', '=', id).execute();
}

export async function dropPhase(db: Db, id: string): Promise<void> {
	await dropActions(db, id);
	await db.deleteFrom('phases').where('id', '=', id).execute();
}

export type Ordered = 'fields' | 'questions' | 'phases';

/** In this order from now on. */
export async function putInOrder(db: Db, table: Ordered, ids: readonly string[]): Promise<void> {
	for (const [position, id] of ids.entries()) {
		await db.updateTable(table).set({ position }).where('id', '=', id).execute();
	}
}

/** After all others. */
async function nextPosition(db: Db, table: Ordered, consultationId: string): Promise<number> {
	const last = await db
		.selectFrom(table)
		.select((e) => e.fn.max('position').as('position'))
		.where('consultationId', '=', consultationId)
		.executeTakeFirst();
	return (last?.position ?? -1) + 1;
}

/** How many contributions and wordings are about a field. */
export async function usesOfField(db: Db, id: string): Promise<number> {
	const { rows } = await sql<{ uses: number }>`select
		(select count(*) from proposals where field_id = ${id}) +
		(select count(*) from wordings where field_id = ${id}) +
		(select count(*) from dockets where field_id = ${id}) as uses`.execute(db);
	return Number(rows[0]?.uses ?? 0);
}

/** How much rests on a phase: texts of peers, boxes, keys and sheets of ballots, open votes of organisations, costs of measures. */
export async function usesOfPhase(db: Db, id: string): Promise<number> {
	const { rows } = await sql<{ uses: number }>`select
		(select count(*) from proposals where phase_id = ${id} or peer_phase_id = ${id}) +
		(select count(*) from ballot_boxes where phase_id = ${id}) +
		(select count(*) from ballot_keys where phase_id = ${id}) +
		(select count(*) from ballot_sheets where phase_id = ${id}) +
		(select count(*) from priority_rounds where phase_id = ${id}) +
		(select count(*) from organisation_positions where phase_id = ${id}) as uses`.execute(db);
	return Number(rows[0]?.uses ?? 0);
}

export interface EditRow {
	id: string;
	consultationId: string;
	part: string;
	partId: string;
	before: string | null;
	after: string | null;
	by: string | null;
	at: Instant;
}

export async function addEdit(db: Db, edit: EditRow): Promise<void> {
	await db.insertInto('processEdits').values(edit).execute();
}

/** Newest first. */
export async function editRows(db: Db, consultationId: string, limit: number) {
	return db
		.selectFrom('processEdits as e')
		.leftJoin('persons as p', 'p.id', 'e.by')
		.select(['e.id', 'e.part', 'e.partId', 'e.before', 'e.after', 'e.at', 'e.undoneAt', 'p.pseudonym as by'])
		.where('e.consultationId', '=', consultationId)
		.orderBy('e.id', 'desc')
		.limit(limit)
		.execute();
}

export async function editRow(db: Db, id: string) {
	return db.selectFrom('processEdits').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function markUndone(db: Db, id: string, now: Instant): Promise<void> {
	await db.updateTable('processEdits').set({ undoneAt: now }).where('id', '=', id).execute();
}

export async function forgetEditorsBefore(db: Db, limit: Instant): Promise<void> {
	await db.updateTable('processEdits').set({ by: null }).where('at', '<', limit).where('by', 'is not', null).execute();
}
