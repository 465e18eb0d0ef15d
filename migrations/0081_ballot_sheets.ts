import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	// Votes somebody else wrote down for one person. How many of them, and on what, is not kept: a number of votes that
	// only one token of the phase has would lead to that token.
	await db.schema
		.createTable('ballot_sheets')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('consultation_id', 'text', (c) => c.notNull().references('consultations.id'))
		.addColumn('phase_id', 'text', (c) => c.notNull().references('phases.id'))
		// Until the key of the phase is destroyed.
		.addColumn('card_id', 'text', (c) => c.references('cards.id'))
		.addColumn('channel', 'text', (c) => c.notNull())
		.addColumn('said_on', 'text', (c) => c.notNull())
		.addColumn('place', 'text', (c) => c.notNull())
		.addColumn('consent_version', 'text', (c) => c.notNull())
		.addColumn('read_back_at', 'text')
		.addColumn('recorded_by', 'text', (c) => c.notNull().references('persons.id'))
		.addColumn('recorded_at', 'text', (c) => c.notNull())
		.addColumn('withdrawn_at', 'text')
		.execute();
	await db.schema.createIndex('ballot_sheets_card').on('ballot_sheets').column('card_id').execute();
	await db.schema
		.createIndex('ballot_sheets_helper')
		.on('ballot_sheets')
		.columns(['recorded_by', 'recorded_at', 'id'])
		.execute();
	await db.schema.createIndex('ballot_sheets_phase').on('ballot_sheets').column('phase_id').execute();

	// Whose hand: null is the person's own. Gone with the key of the phase.
	await db.schema.alterTable('ballots').addColumn('hand', 'text').execute();
	await db.schema
		.createIndex('ballots_hand')
		.on('ballots')
		.columns(['box_id', 'voter'])
		.where(sql<boolean>`hand is not null`)
		.execute();
	// How many of those counted a helper wrote down: a part of the others, never beside them.
	await db.schema
		.alterTable('tallies')
		.addColumn('recorded', 'integer', (c) => c.notNull().defaultTo(0))
		.execute();
}
