import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('consultations')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('slug', 'text', (c) => c.notNull().unique())
		.addColumn('title', 'text', (c) => c.notNull())
		.addColumn('lead', 'text', (c) => c.notNull())
		.addColumn('questions', 'text', (c) => c.notNull())
		.addColumn('position', 'integer', (c) => c.notNull())
		.addColumn('created_at', 'text', (c) => c.notNull())
		.execute();

	await db.schema
		.createTable('phases')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('consultation_id', 'text', (c) => c.notNull().references('consultations.id'))
		.addColumn('kind', 'text', (c) => c.notNull())
		.addColumn('begins_at', 'text', (c) => c.notNull())
		.addColumn('ends_at', 'text', (c) => c.notNull())
		.addColumn('announced_at', 'text')
		.addUniqueConstraint('phases_once', ['consultation_id', 'kind'])
		.execute();

	// What one may do in a phase is data, not code: a row allows, no row forbids.
	await db.schema
		.createTable('phase_actions')
		.addColumn('phase_id', 'text', (c) => c.notNull().references('phases.id'))
		.addColumn('action', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('phase_actions_pk', ['phase_id', 'action'])
		.execute();

	await db.schema
		.createTable('fields')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('consultation_id', 'text', (c) => c.notNull().references('consultations.id'))
		.addColumn('slug', 'text', (c) => c.notNull())
		.addColumn('title', 'text', (c) => c.notNull())
		.addColumn('lead', 'text', (c) => c.notNull())
		.addColumn('position', 'integer', (c) => c.notNull())
		.addUniqueConstraint('fields_slug', ['consultation_id', 'slug'])
		.execute();
}
