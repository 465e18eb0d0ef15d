import { sql } from 'kysely';
import type { Instant } from '../../time.ts';
import type { Db } from '../../server/app.ts';

export async function cardOf(db: Db, personId: string) {
	return db
		.selectFrom('cards as c')
		.innerJoin('batches as b', 'b.id', 'c.batchId')
		.leftJoin('places as p', 'p.id', 'c.placeId')
		.select(['b.validUntil', 'c.number', 'p.code as placeCode'])
		.where('c.personId', '=', personId)
		.executeTakeFirst();
}

export async function sinceOf(db: Db, personId: string) {
	return db.selectFrom('persons').select('createdAt').where('id', '=', personId).executeTakeFirst();
}

/** The code opens nothing any more, and nothing says whose it was. */
export async function endCards(db: Db, personId: string, now: Instant): Promise<void> {
	const nobody = { personId: null, heldFor: null, revokedAt: now };
	await db
		.updateTable('cards')
		.set(nobody)
		.where((e) => e.or([e('personId', '=', personId), e('heldFor', '=', personId)]))
		.execute();
}

export async function dropConsents(db: Db, personId: string): Promise<void> {
	await db.deleteFrom('consents').where('personId', '=', personId).execute();
}

export async function dropAccount(db: Db, personId: string): Promise<void> {
	await db.deleteFrom('roles').where('personId', '=', personId).execute();
	await db.deleteFrom('placeMembers').where('personId', '=', personId).execute();
	await db.deleteFrom('recoveryCodes').where('personId', '=', personId).execute();
	await db.deleteFrom('secondFactors').where('personId', '=', personId).execute();
	await db.deleteFrom('providerIdentities').where('personId', '=', personId).execute();
	await db.deleteFrom('passwordRecoveries').where('personId', '=', personId).execute();
	await db.deleteFrom('accountLinks').where('personId', '=', personId).execute();
	await db.deleteFrom('accounts').where('personId', '=', personId).execute();
}

export async function dropSessions(db: Db, personId: string): Promise<void> {
	await db.deleteFrom('sessions').where('personId', '=', personId).execute();
}

/** What counts and supports refer to stays, and is nobody: no name, no organisation, no card leads to it. */
export async function emptyPerson(db: Db, personId: string, day: Instant): Promise<void> {
	const nobody = { pseudonym: '', organisationId: null, createdAt: day };
	await db.updateTable('persons').set(nobody).where('id', '=', personId).execute();
}

/** After the process: no code opens anything, and no card says any more who used it. */
export async function endAllCards(db: Db, now: Instant): Promise<number> {
	await db.updateTable('cardReplacements').set({ formerHash: null }).where('formerHash', 'is not', null).execute();
	const result = await db
		.updateTable('cards')
		.set({ codeHash: sql<string>`'gone ' || id`, personId: null, heldFor: null, revokedAt: now })
		.where('codeHash', 'not like', 'gone %')
		.executeTakeFirst();
	return Number(result.numUpdatedRows);
}
