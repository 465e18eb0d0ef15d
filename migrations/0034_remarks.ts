import type { Kysely } from 'kysely';

/** Internal notes of the team on a contribution or a cluster. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('remarks')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('subject_id', 'text', (c) => c.notNull())
		.addColumn('body', 'text', (c) => c.notNull())
		.addColumn('written_by', 'text', (c) => c.references('persons.id'))
		.addColumn('written_at', 'text', (c) => c.notNull())
		.addColumn('removed_at', 'text')
		.execute();
	await db.schema.createIndex('remarks_subject').on('remarks').columns(['subject_id', 'id']).execute();
}
