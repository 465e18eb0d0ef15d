import type { Instant } from '../time.ts';
import { preparedQuery, type Value } from '../server/performance/preparedQuery.ts';
import type { Db } from '../server/app.ts';
import { newId } from '../server/ids.ts';
import type { Group, Role } from './person.ts';

/** One row for each role, one without when there is none: asked at every request, so it is one query. */
export const personRows = preparedQuery((db, value: Value<{ id: string }>) =>
	db
		.selectFrom('persons as p')
		.leftJoin('organisations as o', 'o.id', 'p.organisationId')
		.leftJoin('roles as r', 'r.personId', 'p.id')
		.select(['p.id', 'p.pseudonym', 'p.group', 'p.organisationId', 'o.name as organisation', 'r.role'])
		.where('p.id', '=', value('id'))
);

export interface NewPerson {
	pseudonym: string;
	group: Group;
	organisationId: string | null;
}

export async function addPerson(db: Db, person: NewPerson, now: Instant, id = newId(Date.parse(now))): Promise<string> {
	await db
		.insertInto('persons')
		.values({ id, ...person, createdAt: now })
		.execute();
	return id;
}

export async function accountByEmail(db: Db, email: string) {
	return db.selectFrom('accounts').selectAll().where('email', '=', email).executeTakeFirst();
}

export async function putAccount(
	db: Db,
	account: { personId: string; email: string; passwordHash: string },
	now: Instant
) {
	await db
		.insertInto('accounts')
		.values({ ...account, createdAt: now })
		.onConflict((c) => c.column('email').doUpdateSet({ passwordHash: account.passwordHash }))
		.execute();
}

export async function addRole(db: Db, personId: string, role: Role, now: Instant): Promise<void> {
	await db
		.insertInto('roles')
		.values({ personId, role, givenAt: now })
		.onConflict((c) => c.columns(['personId', 'role']).doNothing())
		.execute();
}

export async function removeRole(db: Db, personId: string, role: Role): Promise<void> {
	await db.deleteFrom('roles').where('personId', '=', personId).where('role', '=', role).execute();
}

/** Without those whose account is blocked. */
export async function peopleWithRole(db: Db, role: Role): Promise<string[]> {
	const rows = await db
		.selectFrom('roles as r')
		.leftJoin('accounts as a', 'a.personId', 'r.personId')
		.select('r.personId')
		.where('r.role', '=', role)
		.where('a.blockedAt', 'is', null)
		.execute();
	return rows.map((row) => row.personId);
}

export async function accountOf(db: Db, personId: string) {
	return db.selectFrom('accounts').selectAll().where('personId', '=', personId).executeTakeFirst();
}

export async function setPassword(db: Db, personId: string, passwordHash: string): Promise<void> {
	await db.updateTable('accounts').set({ passwordHash }).where('personId', '=', personId).execute();
}

export async function setBlocked(db: Db, personId: string, blocked: boolean, now: Instant): Promise<void> {
	const change = blocked ? { blockedAt: now } : { blockedAt: null, unblockedAt: now };
	await db.updateTable('accounts').set(change).where('personId', '=', personId).execute();
}

/** In the transaction that takes a right away: whoever is in is out with it. */
export async function endSessions(db: Db, personId: string): Promise<void> {
	await db.deleteFrom('sessions').where('personId', '=', personId).execute();
}

export async function staffRows(db: Db) {
	return db
		.selectFrom('accounts as a')
		.innerJoin('persons as p', 'p.id', 'a.personId')
		.leftJoin('roles as r', 'r.personId', 'a.personId')
		.leftJoin('secondFactors as f', 'f.personId', 'a.personId')
		.select(['a.personId', 'a.email', 'a.blockedAt', 'a.passwordHash', 'p.pseudonym', 'r.role', 'f.confirmedAt'])
		.orderBy('a.email')
		.execute();
}

export async function emailsWithRole(db: Db, role: Role, exceptId: string): Promise<string[]> {
	const rows = await db
		.selectFrom('accounts as a')
		.innerJoin('roles as r', 'r.personId', 'a.personId')
		.select('a.email')
		.where('r.role', '=', role)
		.where('a.blockedAt', 'is', null)
		.where('a.personId', '<>', exceptId)
		.execute();
	return rows.map((row) => row.email);
}

export async function namesWithRoles(db: Db, roles: readonly Role[]): Promise<{ id: string; name: string }[]> {
	return db
		.selectFrom('persons as p')
		.innerJoin('roles as r', 'r.personId', 'p.id')
		.leftJoin('accounts as a', 'a.personId', 'p.id')
		.select(['p.id', 'p.pseudonym as name'])
		.distinct()
		.where('r.role', 'in', [...roles])
		.where('a.blockedAt', 'is', null)
		.orderBy('p.pseudonym')
		.execute();
}
