import type { Instant } from '../../time.ts';
import type { Db } from '../../server/app.ts';

export async function addLink(
	db: Db,
	link: { tokenHash: string; personId: string; madeAt: Instant; expiresAt: Instant }
): Promise<void> {
	await db.insertInto('accountLinks').values(link).execute();
}

/** Whose link this is, if it still opens something. */
export async function linkOf(db: Db, tokenHash: string, now: Instant) {
	return db
		.selectFrom('accountLinks as l')
		.innerJoin('accounts as a', 'a.personId', 'l.personId')
		.innerJoin('persons as p', 'p.id', 'l.personId')
		.select(['l.personId', 'l.expiresAt', 'a.email', 'a.passwordHash', 'a.blockedAt', 'p.pseudonym as name'])
		.where('l.tokenHash', '=', tokenHash)
		.where('l.expiresAt', '>', now)
		.executeTakeFirst();
}

/** False: somebody else has used it meanwhile. */
export async function takeLink(db: Db, tokenHash: string): Promise<boolean> {
	const result = await db.deleteFrom('accountLinks').where('tokenHash', '=', tokenHash).executeTakeFirst();
	return result.numDeletedRows > 0n;
}

export async function dropLinks(db: Db, personId: string): Promise<void> {
	await db.deleteFrom('accountLinks').where('personId', '=', personId).execute();
}

/** Whoever was invited and has not come yet: until when the newest link opens something. */
export async function openLinks(db: Db, now: Instant): Promise<Map<string, Instant>> {
	const rows = await db
		.selectFrom('accountLinks')
		.select((e) => ['personId', e.fn.max('expiresAt').as('until')])
		.where('expiresAt', '>', now)
		.groupBy('personId')
		.execute();
	return new Map(rows.map(({ personId, until }) => [personId, until]));
}

export async function addRequest(db: Db, request: { id: string; sealed: string; askedAt: Instant }): Promise<void> {
	await db
		.insertInto('resetRequests')
		.values(request)
		.onConflict((c) => c.column('id').doNothing())
		.execute();
}

export async function requests(db: Db, most: number) {
	return db.selectFrom('resetRequests').select(['id', 'sealed']).orderBy('askedAt').limit(most).execute();
}

export async function dropRequest(db: Db, id: string): Promise<boolean> {
	const result = await db.deleteFrom('resetRequests').where('id', '=', id).executeTakeFirst();
	return result.numDeletedRows > 0n;
}

export async function dropOver(db: Db, now: Instant): Promise<void> {
	await db.deleteFrom('accountLinks').where('expiresAt', '<=', now).execute();
}
