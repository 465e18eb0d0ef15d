import type { Kysely } from 'kysely';

/**
 * Meetings that are still to come, and what people need to know to be able to come. Times are those of the clock on the
 * wall. What came of one is its record in `workshops`.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('meetings')
		.addColumn('id', 'text', (c) => c.primaryKey().notNull())
		.addColumn('consultation_id', 'text', (c) => c.notNull().references('consultations.id'))
		.addColumn('title', 'text', (c) => c.notNull())
		.addColumn('held_on', 'text', (c) => c.notNull())
		.addColumn('begins', 'text', (c) => c.notNull())
		.addColumn('ends', 'text', (c) => c.notNull())
		.addColumn('place', 'text', (c) => c.notNull())
		.addColumn('audience', 'text', (c) => c.notNull())
		.addColumn('access', 'text', (c) => c.notNull())
		.addColumn('childcare', 'text', (c) => c.notNull())
		.addColumn('languages', 'text', (c) => c.notNull())
		.addColumn('travel', 'text', (c) => c.notNull())
		.addColumn('changed_at', 'text', (c) => c.notNull())
		.addColumn('cancelled_at', 'text')
		.addColumn('workshop_id', 'text', (c) => c.references('workshops.id'))
		.execute();
	await db.schema.createIndex('meetings_held_on').on('meetings').columns(['held_on', 'begins']).execute();
}
