import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	// What was shown of counts of people, and since when. All of it stays: whether a newer figure gives somebody away
	// depends on everything that was shown before. `subject`: e.g. "box 12", a ballot box.
	await db.schema
		.createTable('publications')
		.addColumn('subject', 'text', (c) => c.notNull())
		.addColumn('at', 'text', (c) => c.notNull())
		// JSON: shown figures by line.
		.addColumn('lines', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('publications_pk', ['subject', 'at'])
		.execute();
}
