import type { Db } from '../server/app.ts';
import type { Tables } from '../server/db/tables.ts';
import type { Instant } from '../time.ts';

/** Sent twice it is one link, with the address made last. */
export async function put(db: Db, link: Omit<Tables['previewLinks'], 'revokedAt'>): Promise<void> {
	const { tokenHash } = link;
	await db
		.insertInto('previewLinks')
		.values({ ...link, revokedAt: null })
		.onConflict((c) => c.column('id').doUpdateSet({ tokenHash }))
		.execute();
}

export async function byId(db: Db, id: string) {
	return db.selectFrom('previewLinks').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function byHash(db: Db, tokenHash: string) {
	return db.selectFrom('previewLinks').selectAll().where('tokenHash', '=', tokenHash).executeTakeFirst();
}

/** The newest first. */
export async function all(db: Db, limit: number) {
	return db
		.selectFrom('previewLinks as l')
		.leftJoin('persons as p', 'p.id', 'l.madeBy')
		.select(['l.id', 'l.subjectKind', 'l.subjectId', 'l.label', 'l.madeAt', 'l.expiresAt', 'l.revokedAt'])
		.select(['l.madeBy as makerId', 'p.pseudonym as madeBy'])
		.orderBy('l.madeAt', 'desc')
		.orderBy('l.id', 'desc')
		.limit(limit)
		.execute();
}

export async function revoke(db: Db, id: string, now: Instant): Promise<void> {
	await db.updateTable('previewLinks').set({ revokedAt: now }).where('id', '=', id).execute();
}

export async function dropEndedBefore(db: Db, limit: Instant): Promise<void> {
	await db.deleteFrom('previewLinks').where('expiresAt', '<', limit).execute();
}
