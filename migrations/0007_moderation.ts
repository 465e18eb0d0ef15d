import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	// What moderators did, to what, and why. Read by the author, the public log and the workshop.
	await db.schema
		.createTable('screenings')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('subject_kind', 'text', (c) => c.notNull())
		.addColumn('subject_id', 'text', (c) => c.notNull())
		.addColumn('deed', 'text', (c) => c.notNull())
		.addColumn('ground', 'text')
		.addColumn('note', 'text')
		.addColumn('moderator_id', 'text', (c) => c.notNull().references('persons.id'))
		.addColumn('at', 'text', (c) => c.notNull())
		.execute();
	await db.schema.createIndex('screenings_subject').on('screenings').columns(['subject_id', 'at']).execute();
	await db.schema.createIndex('screenings_at').on('screenings').columns(['at', 'id']).execute();

	// The text before a redaction, sealed, until it is dropped.
	await db.schema
		.createTable('originals')
		.addColumn('screening_id', 'text', (c) => c.primaryKey().references('screenings.id'))
		.addColumn('sealed', 'text', (c) => c.notNull())
		.addColumn('drop_at', 'text', (c) => c.notNull())
		.execute();
}
