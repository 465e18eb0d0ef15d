import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	// How words came here that somebody else wrote down: one row for each contribution or comment.
	await db.schema
		.createTable('recordings')
		.addColumn('subject_id', 'text', (c) => c.primaryKey())
		.addColumn('subject_kind', 'text', (c) => c.notNull())
		.addColumn('consultation_id', 'text', (c) => c.notNull().references('consultations.id'))
		.addColumn('workshop_id', 'text', (c) => c.references('workshops.id'))
		// Of the one person who said it, to take it over; a group has none.
		.addColumn('card_id', 'text', (c) => c.references('cards.id'))
		.addColumn('channel', 'text', (c) => c.notNull())
		.addColumn('said_on', 'text', (c) => c.notNull())
		.addColumn('place', 'text', (c) => c.notNull())
		.addColumn('consent_version', 'text', (c) => c.notNull())
		.addColumn('consented_on', 'text', (c) => c.notNull())
		.addColumn('read_back_at', 'text')
		.addColumn('recorded_by', 'text', (c) => c.notNull().references('persons.id'))
		.addColumn('recorded_at', 'text', (c) => c.notNull())
		.addColumn('taken_over_at', 'text')
		.addColumn('withdrawn_at', 'text')
		.execute();
	await db.schema.createIndex('recordings_card').on('recordings').column('card_id').execute();
	await db.schema.createIndex('recordings_workshop').on('recordings').column('workshop_id').execute();
	await db.schema
		.createIndex('recordings_helper')
		.on('recordings')
		.columns(['recorded_by', 'recorded_at', 'subject_id'])
		.execute();
}
