import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	// Hands raised in a room, counted by a helper. A table of its own, with no way into the ballots' tallies.
	await db.schema
		.createTable('shows_of_hands')
		.addColumn('workshop_id', 'text', (c) => c.notNull().references('workshops.id'))
		.addColumn('point_id', 'text', (c) => c.notNull().references('points.id'))
		.addColumn('wording_id', 'text', (c) => c.notNull().references('wordings.id'))
		.addColumn('agree', 'integer', (c) => c.notNull())
		.addColumn('pass', 'integer', (c) => c.notNull())
		.addColumn('disagree', 'integer', (c) => c.notNull())
		.addColumn('counted_by', 'text', (c) => c.notNull().references('persons.id'))
		.addColumn('counted_at', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('shows_of_hands_pk', ['workshop_id', 'point_id'])
		.execute();
	await db.schema.createIndex('shows_of_hands_point').on('shows_of_hands').column('point_id').execute();
}
