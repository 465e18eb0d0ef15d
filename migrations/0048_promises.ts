import type { Kysely } from 'kysely';

/** What becomes of a published point: every row stays, the newest is how it stands. No part of a frozen version. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('promise_updates')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('point_id', 'text', (c) => c.notNull().references('points.id'))
		.addColumn('status', 'text', (c) => c.notNull())
		.addColumn('responsible', 'text', (c) => c.notNull())
		// A day (YYYY-MM-DD): when somebody has to look again; none when nothing is left to do.
		.addColumn('review_on', 'text')
		.addColumn('text', 'text', (c) => c.notNull())
		.addColumn('written_by', 'text', (c) => c.references('persons.id'))
		.addColumn('at', 'text', (c) => c.notNull())
		.execute();
	await db.schema
		.createIndex('promise_updates_point')
		.on('promise_updates')
		.columns(['point_id', 'at', 'id'])
		.execute();
}
