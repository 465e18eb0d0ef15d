import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	// The draft's revision at which a point, or the head, last changed: a form is too old only when its own part changed.
	await db.schema
		.alterTable('version_points')
		.addColumn('revision', 'integer', (c) => c.notNull().defaultTo(1))
		.execute();
	await db.schema
		.alterTable('versions')
		.addColumn('head_revision', 'integer', (c) => c.notNull().defaultTo(1))
		.execute();

	// Who has said that they are writing at a point, and since when.
	await db.schema
		.createTable('hands')
		.addColumn('version_id', 'text', (c) => c.notNull().references('versions.id'))
		.addColumn('point_id', 'text', (c) => c.notNull().references('points.id'))
		.addColumn('person_id', 'text', (c) => c.notNull().references('persons.id'))
		.addColumn('taken_at', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('hands_pk', ['version_id', 'point_id'])
		.execute();
}
