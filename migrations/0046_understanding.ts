import type { Kysely } from 'kysely';

/** Before a version goes out, those whose contributions are behind a point say whether it says what they meant. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('understanding_rounds')
		.addColumn('version_id', 'text', (c) => c.primaryKey().references('versions.id'))
		.addColumn('opened_by', 'text', (c) => c.references('persons.id'))
		.addColumn('opened_at', 'text', (c) => c.notNull())
		.addColumn('closed_at', 'text')
		.execute();

	await db.schema
		.createTable('understandings')
		.addColumn('version_id', 'text', (c) => c.notNull().references('versions.id'))
		.addColumn('point_id', 'text', (c) => c.notNull().references('points.id'))
		.addColumn('person_id', 'text', (c) => c.notNull().references('persons.id'))
		.addColumn('verdict', 'text', (c) => c.notNull())
		.addColumn('reason', 'text', (c) => c.notNull())
		// Which words it was said about: a draft's words change in place.
		.addColumn('words', 'text', (c) => c.notNull())
		.addColumn('at', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('understandings_pk', ['version_id', 'point_id', 'person_id'])
		.execute();
	await db.schema.createIndex('understandings_person').on('understandings').column('person_id').execute();
}
