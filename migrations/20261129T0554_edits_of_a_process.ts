import type { Kysely } from 'kysely';

/** What was changed of the process, from what to what, so that it can be read and undone. `before`, `after`: JSON; null: was not there. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('process_edits')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('consultation_id', 'text', (c) => c.notNull().references('consultations.id'))
		.addColumn('part', 'text', (c) => c.notNull())
		.addColumn('part_id', 'text', (c) => c.notNull())
		.addColumn('before', 'text')
		.addColumn('after', 'text')
		.addColumn('by', 'text', (c) => c.references('persons.id'))
		.addColumn('at', 'text', (c) => c.notNull())
		.addColumn('undone_at', 'text')
		.execute();
	await db.schema.createIndex('process_edits_of').on('process_edits').columns(['consultation_id', 'id']).execute();
}
