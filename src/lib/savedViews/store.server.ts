import type { Db } from '../server/app.ts';
import type { Tables } from '../server/db/tables.ts';

/** By list and name. */
export async function of(db: Db, personId: string) {
	return db
		.selectFrom('savedViews')
		.select(['id', 'list', 'name', 'query'])
		.where('personId', '=', personId)
		.orderBy('list')
		.orderBy('name')
		.execute();
}

/** Sent twice it is one. */
export async function put(db: Db, view: Tables['savedViews']): Promise<void> {
	await db
		.insertInto('savedViews')
		.values(view)
		.onConflict((c) => c.column('id').doNothing())
		.execute();
}

export async function remove(db: Db, personId: string, id: string): Promise<void> {
	await db.deleteFrom('savedViews').where('personId', '=', personId).where('id', '=', id).execute();
}

/** Of whoever has no role any more: nobody works with them. Answers with how many. */
export async function dropOfLeavers(db: Db): Promise<number> {
	const { numDeletedRows } = await db
		.deleteFrom('savedViews')
		.where(({ not, exists, selectFrom }) =>
			not(exists(selectFrom('roles').select('roles.personId').whereRef('roles.personId', '=', 'savedViews.personId')))
		)
		.executeTakeFirst();
	return Number(numDeletedRows);
}
