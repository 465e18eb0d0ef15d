import type { Kysely } from 'kysely';

/**
 * What an edition of open data says of itself, kept as it was sent, and every digest it has had: whoever has one of them
 * from elsewhere finds an edition that was sealed anew.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('data_editions').addColumn('description', 'text').execute();
	await db.schema
		.createTable('data_digests')
		.addColumn('edition', 'integer', (c) => c.notNull().references('data_editions.number').onDelete('cascade'))
		.addColumn('state', 'integer', (c) => c.notNull())
		.addColumn('at', 'text', (c) => c.notNull())
		.addColumn('digest', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('data_digests_of_edition', ['edition', 'state'])
		.execute();
}
