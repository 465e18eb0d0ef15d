import type { Insertable } from 'kysely';
import type { Db } from '../../server/app.ts';
import type { Tables } from '../../server/db/tables.ts';

export async function add(db: Db, row: Insertable<Tables['proposals']>): Promise<void> {
	await db.insertInto('proposals').values(row).execute();
}
