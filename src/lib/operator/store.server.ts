import type { Instant } from '../server/ctx.ts';
import type { Db } from '../server/house.ts';

export async function all(db: Db) {
	return db.selectFrom('statements').select(['place', 'text']).execute();
}

export async function put(db: Db, place: string, text: string, changedAt: Instant): Promise<void> {
	await db
		.insertInto('statements')
		.values({ place, text, changedAt })
		.onConflict((c) => c.column('place').doUpdateSet({ text, changedAt }))
		.execute();
}

export async function remove(db: Db, place: string): Promise<void> {
	await db.deleteFrom('statements').where('place', '=', place).execute();
}
