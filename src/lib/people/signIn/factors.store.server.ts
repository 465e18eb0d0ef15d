import type { Instant } from '../../time.ts';
import type { Db } from '../../server/app.ts';

export async function factorOf(db: Db, personId: string) {
	return db
		.selectFrom('secondFactors')
		.select(['sealed', 'confirmedAt', 'lastStep'])
		.where('personId', '=', personId)
		.executeTakeFirst();
}

export async function putFactor(db: Db, personId: string, sealed: string, now: Instant): Promise<void> {
	const row = { sealed, madeAt: now, confirmedAt: null, lastStep: 0 };
	await db
		.insertInto('secondFactors')
		.values({ personId, ...row })
		.onConflict((c) => c.column('personId').doUpdateSet(row))
		.execute();
}

export async function confirm(db: Db, personId: string, now: Instant): Promise<void> {
	await db.updateTable('secondFactors').set({ confirmedAt: now }).where('personId', '=', personId).execute();
}

/**
 * False when this step or a later one was taken before: of two who send the same code at once, one comes in. `beyond` is
 * a step that no clock that is right has reached yet: what was taken there was taken before the clock was set back.
 */
export async function takeStep(db: Db, personId: string, step: number, beyond: number): Promise<boolean> {
	const result = await db
		.updateTable('secondFactors')
		.set({ lastStep: step })
		.where('personId', '=', personId)
		.where((e) => e.or([e('lastStep', '<', step), e('lastStep', '>', beyond)]))
		.executeTakeFirst();
	return result.numUpdatedRows > 0n;
}

export async function takeRecovery(db: Db, personId: string, codeHash: string, now: Instant): Promise<boolean> {
	const result = await db
		.updateTable('recoveryCodes')
		.set({ usedAt: now })
		.where('personId', '=', personId)
		.where('codeHash', '=', codeHash)
		.where('usedAt', 'is', null)
		.executeTakeFirst();
	return result.numUpdatedRows > 0n;
}

export async function replaceRecovery(db: Db, personId: string, hashes: readonly string[]): Promise<void> {
	await db.deleteFrom('recoveryCodes').where('personId', '=', personId).execute();
	const rows = hashes.map((codeHash) => ({ codeHash, personId, usedAt: null }));
	if (rows.length > 0) await db.insertInto('recoveryCodes').values(rows).execute();
}

export async function countRecovery(db: Db, personId: string): Promise<number> {
	const row = await db
		.selectFrom('recoveryCodes')
		.select((e) => e.fn.countAll<number>().as('count'))
		.where('personId', '=', personId)
		.where('usedAt', 'is', null)
		.executeTakeFirst();
	return row?.count ?? 0;
}

export async function drop(db: Db, personId: string): Promise<void> {
	await db.deleteFrom('recoveryCodes').where('personId', '=', personId).execute();
	await db.deleteFrom('secondFactors').where('personId', '=', personId).execute();
}
