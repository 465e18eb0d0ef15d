import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	// A meeting with people who do not write themselves, and what stood on its flip charts.
	await db.schema
		.createTable('workshops')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('number', 'integer', (c) => c.notNull().unique())
		.addColumn('consultation_id', 'text', (c) => c.notNull().references('consultations.id'))
		.addColumn('label', 'text', (c) => c.notNull())
		.addColumn('held_on', 'text', (c) => c.notNull())
		.addColumn('group', 'text', (c) => c.notNull())
		.addColumn('people', 'integer', (c) => c.notNull())
		.addColumn('minutes', 'text', (c) => c.notNull())
		.addColumn('recorded_by', 'text', (c) => c.notNull().references('persons.id'))
		.addColumn('recorded_at', 'text', (c) => c.notNull())
		.addColumn('changed_at', 'text', (c) => c.notNull())
		.addColumn('published_at', 'text')
		.execute();
}
