import type { Kysely } from 'kysely';

/**
 * A report before it goes out, with the figures as they were counted for it: what a second person reads and approves is
 * what is published. One at a time for each consultation.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('report_drafts')
		// The id the report will have.
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('consultation_id', 'text', (c) => c.notNull().unique().references('consultations.id'))
		.addColumn('title', 'text', (c) => c.notNull())
		.addColumn('foreword', 'text', (c) => c.notNull())
		// Canonical JSON.
		.addColumn('figures', 'text', (c) => c.notNull())
		.addColumn('revision', 'integer', (c) => c.notNull().defaultTo(1))
		.addColumn('created_by', 'text', (c) => c.references('persons.id'))
		.addColumn('created_at', 'text', (c) => c.notNull())
		.addColumn('changed_by', 'text', (c) => c.references('persons.id'))
		.execute();
}
