import type { Tables } from '../server/db/tables.ts';
import type { Db } from '../server/house.ts';
import { PUBLIC, rows } from './store.server.ts';

/** Everything anybody can read, by number. */
export async function published(db: Db, after: number, limit: number) {
	return rows(db).where(PUBLIC).where('a.number', '>', after).orderBy('a.number').limit(limit).execute();
}

export async function idByNumber(db: Db, number: number) {
	return db.selectFrom('amendments').select('id').where('number', '=', number).executeTakeFirst();
}

export async function put(db: Db, row: Omit<Tables['amendments'], 'supportCount'> & { supportCount: number }) {
	const { id: _, ...facts } = row;
	await db
		.insertInto('amendments')
		.values(row)
		.onConflict((c) => c.column('id').doUpdateSet(facts))
		.execute();
}
