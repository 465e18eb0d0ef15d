import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	// Against one decision of moderation, once; decided by somebody else than who made it.
	await db.schema
		.createTable('appeals')
		.addColumn('screening_id', 'text', (c) => c.primaryKey().references('screenings.id'))
		.addColumn('subject_kind', 'text', (c) => c.notNull())
		.addColumn('subject_id', 'text', (c) => c.notNull())
		.addColumn('body', 'text', (c) => c.notNull())
		.addColumn('filed_at', 'text', (c) => c.notNull())
		.addColumn('outcome', 'text')
		.addColumn('reply', 'text')
		.addColumn('decided_by', 'text', (c) => c.references('persons.id'))
		.addColumn('decided_at', 'text')
		.execute();
	await db.schema.createIndex('appeals_waiting').on('appeals').columns(['decided_at', 'filed_at']).execute();
}
