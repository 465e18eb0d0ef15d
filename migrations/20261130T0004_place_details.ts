import type { Kysely } from 'kysely';

/** What everybody may know of a place that gives out cards, kept by its team. Without a row it is in no list. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('place_details')
		.addColumn('place_id', 'text', (c) => c.primaryKey().notNull().references('places.id'))
		.addColumn('address', 'text', (c) => c.notNull())
		.addColumn('hours', 'text', (c) => c.notNull())
		.addColumn('note', 'text', (c) => c.notNull())
		.addColumn('changed_at', 'text', (c) => c.notNull())
		.execute();
}
