import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('journal')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('at', 'text', (c) => c.notNull())
		.addColumn('verb', 'text', (c) => c.notNull())
		.addColumn('audience', 'text', (c) => c.notNull())
		.addColumn('subject_id', 'text', (c) => c.notNull())
		.addColumn('consultation_id', 'text', (c) => c.references('consultations.id'))
		.addColumn('actor_id', 'text', (c) => c.references('persons.id'))
		.addColumn('details', 'text', (c) => c.notNull())
		.execute();
	await db.schema.createIndex('journal_audience').on('journal').columns(['audience', 'id']).execute();
	await db.schema.createIndex('journal_subject').on('journal').columns(['subject_id', 'verb']).execute();
}
