import type { Kysely } from 'kysely';

/** What is particular to this process, every state of it: rows are added and never changed, the newest holds. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('profiles')
		.addColumn('revision', 'integer', (c) => c.notNull().primaryKey())
		.addColumn('content', 'text', (c) => c.notNull())
		.addColumn('concern', 'text', (c) => c.notNull())
		.addColumn('note', 'text', (c) => c.notNull())
		.addColumn('saved_by', 'text', (c) => c.references('persons.id'))
		.addColumn('saved_at', 'text', (c) => c.notNull())
		.execute();
	await db.schema.createIndex('profiles_saved_by').on('profiles').column('saved_by').execute();
}
