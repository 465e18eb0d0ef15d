import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	// What is said on the cards of a batch is said in this language.
	await db.schema
		.alterTable('batches')
		.addColumn('language', 'text', (c) => c.notNull().defaultTo('de'))
		.execute();
}
