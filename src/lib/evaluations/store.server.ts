import type { Db } from '../server/app.ts';
import type { Instant } from '../time.ts';
import type { Answers } from './evaluation.ts';

const ANSWERS = ['informed', 'heard', 'fair', 'easy', 'again'] as const;

export async function rounds(db: Db, consultationId: string) {
	return db
		.selectFrom('evaluationRounds')
		.select(['phaseId', 'computedAt', 'body', 'digest'])
		.where('consultationId', '=', consultationId)
		.orderBy('computedAt', 'desc')
		.orderBy('phaseId', 'desc')
		.execute();
}

export async function roundOf(db: Db, phaseId: string) {
	return db
		.selectFrom('evaluationRounds')
		.select(['phaseId', 'computedAt', 'body', 'digest'])
		.where('phaseId', '=', phaseId)
		.executeTakeFirst();
}

/** Twice is once. */
export async function open(db: Db, phaseId: string, consultationId: string): Promise<void> {
	await db
		.insertInto('evaluationRounds')
		.values({ phaseId, consultationId, computedAt: null, body: null, digest: null })
		.onConflict((c) => c.column('phaseId').doNothing())
		.execute();
}

interface SheetRow extends Answers {
	id: string;
	phaseId: string;
	personId: string | null;
	recordedBy: string | null;
	group: string;
}

/** A person's, in place of what she said before. */
export async function put(db: Db, row: SheetRow): Promise<void> {
	const { informed, heard, fair, easy, again, group } = row;
	await db
		.insertInto('evaluations')
		.values(row)
		.onConflict((c) => c.columns(['phaseId', 'personId']).doUpdateSet({ informed, heard, fair, easy, again, group }))
		.execute();
}

/** A sheet of paper; the same one sent again is corrected. Whether it was this helper's. */
export async function putSheet(db: Db, row: SheetRow): Promise<boolean> {
	const known = await db
		.selectFrom('evaluations')
		.select(['phaseId', 'personId', 'recordedBy'])
		.where('id', '=', row.id)
		.executeTakeFirst();
	if (!known) {
		await db.insertInto('evaluations').values(row).execute();
		return true;
	}
	if (known.recordedBy !== row.recordedBy || known.phaseId !== row.phaseId || known.personId !== null) return false;
	const { informed, heard, fair, easy, again, group } = row;
	await db
		.updateTable('evaluations')
		.set({ informed, heard, fair, easy, again, group })
		.where('id', '=', row.id)
		.execute();
	return true;
}

export async function ofPerson(db: Db, personId: string) {
	return db
		.selectFrom('evaluations')
		.select(['phaseId', ...ANSWERS])
		.where('personId', '=', personId)
		.execute();
}

export async function drop(db: Db, phaseId: string, personId: string): Promise<void> {
	await db.deleteFrom('evaluations').where('phaseId', '=', phaseId).where('personId', '=', personId).execute();
}

export async function forget(db: Db, personId: string): Promise<void> {
	await db.deleteFrom('evaluations').where('personId', '=', personId).execute();
}

/** How many sheets of paper this helper has typed in for a phase. */
export async function countRecorded(db: Db, phaseId: string, recordedBy: string): Promise<number> {
	const row = await db
		.selectFrom('evaluations')
		.select((e) => e.fn.countAll<number>().as('count'))
		.where('phaseId', '=', phaseId)
		.where('recordedBy', '=', recordedBy)
		.executeTakeFirst();
	return Number(row?.count ?? 0);
}

export async function sheets(db: Db, phaseId: string) {
	return db
		.selectFrom('evaluations')
		.select(['group', ...ANSWERS])
		.where('phaseId', '=', phaseId)
		.execute();
}

/** The sums stay, the answers go. */
export async function seal(
	db: Db,
	phaseId: string,
	{ computedAt, body, digest }: { computedAt: Instant; body: string; digest: string }
): Promise<void> {
	await db.updateTable('evaluationRounds').set({ computedAt, body, digest }).where('phaseId', '=', phaseId).execute();
	await db.deleteFrom('evaluations').where('phaseId', '=', phaseId).execute();
}
