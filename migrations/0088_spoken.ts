import type { Kysely } from 'kysely';

/** In which language somebody wrote a contribution. What was there before had no place to say it: it counts as German. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.alterTable('proposals')
		.addColumn('language', 'text', (c) => c.notNull().defaultTo('de'))
		.execute();
}
