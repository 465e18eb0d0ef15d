import type { Kysely } from 'kysely';

/**
 * What somebody has already been told, by its name: `answer:…`, `version:…`. No moment, so that it does not say when they
 * were here; and nothing that only follows from a vote, so that it leads to none.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('news_seen')
		.addColumn('person_id', 'text', (c) => c.notNull().references('persons.id'))
		.addColumn('item', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('news_seen_once', ['person_id', 'item'])
		.execute();
}
