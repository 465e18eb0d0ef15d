import type { Kysely } from 'kysely';

/** What was done at the desk, append-only, each with what is needed to take it back. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('deeds')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('consultation_id', 'text', (c) => c.notNull().references('consultations.id'))
		.addColumn('kind', 'text', (c) => c.notNull())
		.addColumn('done_by', 'text', (c) => c.notNull().references('persons.id'))
		.addColumn('at', 'text', (c) => c.notNull())
		// JSON: numbers and counts for the sentence in the log. No words of people.
		.addColumn('details', 'text', (c) => c.notNull())
		// JSON: each thing that changed, as it was before and after.
		.addColumn('changes', 'text', (c) => c.notNull())
		// Once only: the second who takes the same deed back finds it done.
		.addColumn('undoes', 'text', (c) => c.references('deeds.id').unique())
		.execute();
	await db.schema.createIndex('deeds_log').on('deeds').columns(['consultation_id', 'at', 'id']).execute();

	// Which contributions and clusters a deed was about: their history.
	await db.schema
		.createTable('deed_subjects')
		.addColumn('subject_id', 'text', (c) => c.notNull())
		.addColumn('deed_id', 'text', (c) => c.notNull().references('deeds.id'))
		.addPrimaryKeyConstraint('deed_subjects_pk', ['subject_id', 'deed_id'])
		.execute();
}
