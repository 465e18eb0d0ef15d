import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('calls')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('number', 'integer', (c) => c.notNull().unique())
		.addColumn('consultation_id', 'text', (c) => c.notNull().references('consultations.id'))
		.addColumn('version_id', 'text', (c) => c.notNull().references('versions.id'))
		.addColumn('title', 'text', (c) => c.notNull())
		.addColumn('intro', 'text', (c) => c.notNull())
		.addColumn('deadline', 'text')
		.addColumn('created_by', 'text', (c) => c.references('persons.id'))
		.addColumn('created_at', 'text', (c) => c.notNull())
		// Grows with every change of the draft: what somebody publishes is what that person has read.
		.addColumn('revision', 'integer', (c) => c.notNull().defaultTo(1))
		.addColumn('changed_by', 'text', (c) => c.references('persons.id'))
		.addColumn('published_at', 'text')
		.addColumn('published_by', 'text', (c) => c.references('persons.id'))
		.execute();

	// Parts (Bausteine: what is funded) and criteria (how projects are chosen).
	await db.schema
		.createTable('call_items')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('call_id', 'text', (c) => c.notNull().references('calls.id'))
		.addColumn('kind', 'text', (c) => c.notNull())
		.addColumn('position', 'integer', (c) => c.notNull())
		.addColumn('title', 'text', (c) => c.notNull())
		.addColumn('body', 'text', (c) => c.notNull())
		.execute();
	await db.schema.createIndex('call_items_call').on('call_items').columns(['call_id', 'position']).execute();

	await db.schema
		.createTable('call_grounds')
		.addColumn('item_id', 'text', (c) => c.notNull().references('call_items.id').onDelete('cascade'))
		.addColumn('point_id', 'text', (c) => c.notNull().references('points.id'))
		.addPrimaryKeyConstraint('call_grounds_pk', ['item_id', 'point_id'])
		.execute();
	await db.schema.createIndex('call_grounds_point').on('call_grounds').column('point_id').execute();
}
