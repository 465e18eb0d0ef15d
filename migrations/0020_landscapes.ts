import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	// What was published of how people's opinions lie to each other. Nothing in it is about a single person, and none is
	// ever changed: whoever quotes number 3 finds number 3.
	await db.schema
		.createTable('landscapes')
		.addColumn('number', 'integer', (c) => c.primaryKey())
		.addColumn('consultation_id', 'text', (c) => c.notNull().references('consultations.id'))
		.addColumn('at', 'text', (c) => c.notNull())
		// How many votes of each kind there were: as long as they are the same, nothing new is computed.
		.addColumn('tallied', 'text', (c) => c.notNull())
		// JSON, and its SHA-256.
		.addColumn('content', 'text', (c) => c.notNull())
		.addColumn('digest', 'text', (c) => c.notNull())
		.execute();
	await db.schema.createIndex('landscapes_newest').on('landscapes').columns(['consultation_id', 'number']).execute();
}
