import type { Kysely } from 'kysely';

/**
 * For which cards of a batch something is new, as a place was told it: once a week, of what is older than `until`. It is
 * kept and not made anew each time, because a list that changes with each publication says which card wrote what.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('news_lists')
		.addColumn('batch_id', 'text', (c) => c.primaryKey().notNull().references('batches.id'))
		.addColumn('until', 'text', (c) => c.notNull())
		.execute();
	await db.schema
		.createTable('news_list_cards')
		.addColumn('batch_id', 'text', (c) => c.notNull().references('news_lists.batch_id'))
		.addColumn('person_id', 'text', (c) => c.notNull().references('persons.id'))
		.addPrimaryKeyConstraint('news_list_cards_once', ['batch_id', 'person_id'])
		.execute();
	await db.schema.createIndex('news_list_cards_person').on('news_list_cards').column('person_id').execute();
}
