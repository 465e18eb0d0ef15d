import type { Kysely } from 'kysely';

/** What the operator says in place of our sentences and fixed pages, every state of it: the newest of a text holds. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('text_overrides')
		.addColumn('number', 'integer', (c) => c.notNull().primaryKey())
		.addColumn('locale', 'text', (c) => c.notNull())
		.addColumn('key', 'text', (c) => c.notNull())
		.addColumn('text', 'text')
		.addColumn('saved_by', 'text', (c) => c.references('persons.id'))
		.addColumn('saved_at', 'text', (c) => c.notNull())
		.execute();
	await db.schema
		.createIndex('text_overrides_of_text')
		.on('text_overrides')
		.columns(['locale', 'key', 'number'])
		.execute();
	await db.schema.createIndex('text_overrides_saved_by').on('text_overrides').column('saved_by').execute();
}
