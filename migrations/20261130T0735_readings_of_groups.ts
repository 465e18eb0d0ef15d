import type { Kysely } from 'kysely';

/**
 * How a group reads a point, in words of its own, adopted by a show of hands at a meeting. It is read where the record of
 * the meeting is, and from the same moment on. `restored_counts`: JSON, of a reading put back from open data; its exact
 * counts nobody knows any more, and it has nobody who wrote it down.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('readings')
		.addColumn('workshop_id', 'text', (c) => c.notNull().references('workshops.id'))
		.addColumn('point_id', 'text', (c) => c.notNull().references('points.id'))
		.addColumn('wording_id', 'text', (c) => c.notNull().references('wordings.id'))
		.addColumn('body', 'text', (c) => c.notNull())
		.addColumn('agree', 'integer')
		.addColumn('pass', 'integer')
		.addColumn('disagree', 'integer')
		.addColumn('restored_counts', 'text')
		.addColumn('written_by', 'text', (c) => c.references('persons.id'))
		.addColumn('written_at', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('readings_pk', ['workshop_id', 'point_id'])
		.execute();
	await db.schema.createIndex('readings_point').on('readings').column('point_id').execute();
}
