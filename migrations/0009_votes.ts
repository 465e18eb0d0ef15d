import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	// One ballot box per point, wording and phase: a new wording is a new question, and so is a new phase.
	await db.schema
		.createTable('ballot_boxes')
		.addColumn('id', 'integer', (c) => c.primaryKey())
		.addColumn('point_id', 'text', (c) => c.notNull().references('points.id'))
		.addColumn('wording_id', 'text', (c) => c.notNull().references('wordings.id'))
		.addColumn('phase_id', 'text', (c) => c.notNull().references('phases.id'))
		.addUniqueConstraint('ballot_boxes_once', ['wording_id', 'phase_id'])
		.execute();
	await db.schema.createIndex('ballot_boxes_point').on('ballot_boxes').column('point_id').execute();

	// Volume counts here: short keys, no account, the day only. `voter` is a token made from person and phase.
	const ballots = db.schema
		.createTable('ballots')
		.addColumn('box_id', 'integer', (c) => c.notNull().references('ballot_boxes.id'))
		.addColumn('voter', 'text', (c) => c.notNull())
		.addColumn('choice', 'integer', (c) => c.notNull())
		.addColumn('group', 'text', (c) => c.notNull())
		.addColumn('standing', 'text', (c) => c.notNull())
		.addColumn('day', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('ballots_pk', ['box_id', 'voter']);
	// SQLite keeps such a row inside its primary key instead of beside it: 56 bytes a vote instead of 84.
	const postgres = db.getExecutor().adapter.supportsTransactionalDdl;
	await (postgres ? ballots : ballots.modifyEnd(sql`without rowid`)).execute();

	// Counted in the same transaction as the ballot. `standing` keeps organisations apart from persons.
	await db.schema
		.createTable('tallies')
		.addColumn('box_id', 'integer', (c) => c.notNull().references('ballot_boxes.id'))
		.addColumn('group', 'text', (c) => c.notNull())
		.addColumn('standing', 'text', (c) => c.notNull())
		.addColumn('agree', 'integer', (c) => c.notNull().defaultTo(0))
		.addColumn('pass', 'integer', (c) => c.notNull().defaultTo(0))
		.addColumn('disagree', 'integer', (c) => c.notNull().defaultTo(0))
		.addPrimaryKeyConstraint('tallies_pk', ['box_id', 'group', 'standing'])
		.execute();
}
