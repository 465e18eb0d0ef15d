import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	// What somebody has allowed us to do, each by itself, with the text they read and when; taking back is a moment, too.
	await db.schema
		.createTable('consents')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('person_id', 'text', (c) => c.notNull().references('persons.id'))
		.addColumn('purpose', 'text', (c) => c.notNull())
		.addColumn('text_version', 'text', (c) => c.notNull())
		.addColumn('given_at', 'text', (c) => c.notNull())
		.addColumn('withdrawn_at', 'text')
		.execute();
	await db.schema.createIndex('consents_person').on('consents').columns(['person_id', 'purpose']).execute();

	// Sent for evaluation only: `published_at` stays empty, so whatever finds what is public does not find it.
	await db.schema.alterTable('proposals').addColumn('withheld_at', 'text').execute();
	await db.schema.createIndex('proposals_withheld').on('proposals').columns(['withheld_at', 'number']).execute();
}
