import type { Instant } from '../../time.ts';
import type { Db } from '../../server/app.ts';

export async function personOf(db: Db, issuer: string, subject: string): Promise<string | null> {
	const row = await db
		.selectFrom('providerIdentities')
		.select('personId')
		.where('issuer', '=', issuer)
		.where('subject', '=', subject)
		.executeTakeFirst();
	return row?.personId ?? null;
}

/** Which of these are somebody's at the provider. */
export async function linked(db: Db, personIds: readonly string[]): Promise<string[]> {
	if (personIds.length === 0) return [];
	const rows = await db
		.selectFrom('providerIdentities')
		.select('personId')
		.where('personId', 'in', [...personIds])
		.execute();
	return rows.map(({ personId }) => personId);
}

export async function link(
	db: Db,
	identity: { issuer: string; subject: string; personId: string },
	now: Instant
): Promise<void> {
	await db
		.insertInto('providerIdentities')
		.values({ ...identity, linkedAt: now })
		.execute();
}

export async function unlink(db: Db, personId: string): Promise<boolean> {
	const result = await db.deleteFrom('providerIdentities').where('personId', '=', personId).executeTakeFirst();
	return result.numDeletedRows > 0n;
}

/** False: this answer was taken before. */
export async function use(db: Db, id: string, expiresAt: Instant): Promise<boolean> {
	const result = await db
		.insertInto('usedSignIns')
		.values({ id, expiresAt })
		.onConflict((c) => c.column('id').doNothing())
		.executeTakeFirst();
	return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function sweepUsed(db: Db, now: Instant): Promise<void> {
	await db.deleteFrom('usedSignIns').where('expiresAt', '<=', now).execute();
	await db.deleteFrom('passwordRecoveries').where('until', '<=', now).execute();
}

export async function openRecovery(db: Db, personId: string, until: Instant): Promise<void> {
	await db
		.insertInto('passwordRecoveries')
		.values({ personId, until })
		.onConflict((c) => c.column('personId').doUpdateSet({ until }))
		.execute();
}

/** Who may come in with a password for now, whatever the settings say. */
export async function recovering(db: Db, now: Instant): Promise<string[]> {
	const rows = await db.selectFrom('passwordRecoveries').select('personId').where('until', '>', now).execute();
	return rows.map(({ personId }) => personId);
}
