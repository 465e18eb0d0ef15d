import type { Db } from '../server/app.ts';
import type { Instant } from '../time.ts';

export async function quorumOf(db: Db, consultationId: string): Promise<number | null> {
	const row = await db
		.selectFrom('boards')
		.select('quorum')
		.where('consultationId', '=', consultationId)
		.executeTakeFirst();
	return row?.quorum ?? null;
}

export async function setQuorum(db: Db, consultationId: string, quorum: number): Promise<void> {
	await db
		.insertInto('boards')
		.values({ consultationId, quorum })
		.onConflict((c) => c.column('consultationId').doUpdateSet({ quorum }))
		.execute();
}

export async function countMembers(db: Db, consultationId: string): Promise<number> {
	const row = await db
		.selectFrom('boardMembers')
		.select((e) => e.fn.countAll<number>().as('count'))
		.where('consultationId', '=', consultationId)
		.executeTakeFirst();
	return Number(row?.count ?? 0);
}

export async function memberOf(db: Db, personId: string) {
	const row = await db
		.selectFrom('boardMembers')
		.select(['consultationId', 'since'])
		.where('personId', '=', personId)
		.executeTakeFirst();
	return row ?? null;
}

export async function addMember(
	db: Db,
	row: { personId: string; consultationId: string; since: string }
): Promise<void> {
	await db.insertInto('boardMembers').values(row).execute();
}

/** With everything the member has said and that is not frozen yet. */
export async function dropMember(db: Db, personId: string): Promise<void> {
	await dropStatementsOf(db, personId);
	await db.deleteFrom('boardMembers').where('personId', '=', personId).execute();
}

export async function dropStatementsOf(db: Db, personId: string): Promise<void> {
	await db.deleteFrom('boardStatements').where('personId', '=', personId).execute();
}

export async function addInvitation(
	db: Db,
	row: { tokenHash: string; consultationId: string; madeAt: Instant; expiresAt: Instant }
): Promise<void> {
	await db.deleteFrom('boardInvitations').where('expiresAt', '<=', row.madeAt).execute();
	await db.insertInto('boardInvitations').values(row).execute();
}

/** Those that still open something, the oldest first. */
export async function invitations(db: Db, consultationId: string, now: Instant) {
	return db
		.selectFrom('boardInvitations')
		.select(['madeAt', 'expiresAt'])
		.where('consultationId', '=', consultationId)
		.where('expiresAt', '>', now)
		.orderBy('madeAt')
		.execute();
}

export async function invitation(db: Db, tokenHash: string, now: Instant) {
	const row = await db
		.selectFrom('boardInvitations')
		.select(['consultationId', 'expiresAt'])
		.where('tokenHash', '=', tokenHash)
		.where('expiresAt', '>', now)
		.executeTakeFirst();
	return row ?? null;
}

/** Whether it was still there: of two who use it in the same moment one succeeds. */
export async function takeInvitation(db: Db, tokenHash: string): Promise<boolean> {
	const gone = await db.deleteFrom('boardInvitations').where('tokenHash', '=', tokenHash).executeTakeFirst();
	return gone.numDeletedRows > 0n;
}

export async function dropInvitations(db: Db, consultationId: string): Promise<number> {
	const gone = await db.deleteFrom('boardInvitations').where('consultationId', '=', consultationId).executeTakeFirst();
	return Number(gone.numDeletedRows);
}

export async function roundOf(db: Db, versionId: string) {
	const row = await db
		.selectFrom('boardRounds')
		.select(['versionId', 'openedAt', 'closedAt'])
		.where('versionId', '=', versionId)
		.executeTakeFirst();
	return row ?? null;
}

export async function openRound(db: Db, versionId: string, openedAt: Instant): Promise<void> {
	await db
		.insertInto('boardRounds')
		.values({ versionId, openedAt, closedAt: null })
		.onConflict((c) => c.column('versionId').doUpdateSet({ closedAt: null }))
		.execute();
}

export async function closeRound(db: Db, versionId: string, closedAt: Instant): Promise<void> {
	await db.updateTable('boardRounds').set({ closedAt }).where('versionId', '=', versionId).execute();
}

export async function statements(db: Db, versionId: string) {
	return db
		.selectFrom('boardStatements')
		.select(['personId', 'choice', 'reason', 'words'])
		.where('versionId', '=', versionId)
		.execute();
}

export async function statementsOf(db: Db, personId: string) {
	return db
		.selectFrom('boardStatements as s')
		.innerJoin('versions as v', 'v.id', 's.versionId')
		.select(['s.versionId', 'v.number', 's.choice', 's.reason', 's.words'])
		.where('s.personId', '=', personId)
		.orderBy('v.number')
		.execute();
}

export async function put(
	db: Db,
	row: { versionId: string; personId: string; choice: string; reason: string; words: string }
): Promise<void> {
	const { choice, reason, words } = row;
	await db
		.insertInto('boardStatements')
		.values(row)
		.onConflict((c) => c.columns(['versionId', 'personId']).doUpdateSet({ choice, reason, words }))
		.execute();
}

export async function dropStatements(db: Db, versionId: string): Promise<void> {
	await db.deleteFrom('boardStatements').where('versionId', '=', versionId).execute();
}
