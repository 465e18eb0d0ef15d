import type { Kysely } from 'kysely';

/** Open data is written down once a day, complete, and then stays as it is. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('data_editions')
		.addColumn('number', 'integer', (c) => c.primaryKey())
		.addColumn('begun_at', 'text', (c) => c.notNull())
		// Null: somebody is writing it, or has died over it.
		.addColumn('finished_at', 'text')
		.execute();
	await db.schema
		.createTable('data_files')
		.addColumn('edition', 'integer', (c) => c.notNull().references('data_editions.number').onDelete('cascade'))
		.addColumn('name', 'text', (c) => c.notNull())
		.addColumn('rows', 'integer', (c) => c.notNull())
		.addColumn('bytes', 'integer', (c) => c.notNull())
		.addColumn('digest', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('data_files_key', ['edition', 'name'])
		.execute();
	await db.schema
		.createTable('data_parts')
		.addColumn('edition', 'integer', (c) => c.notNull().references('data_editions.number').onDelete('cascade'))
		.addColumn('dataset', 'text', (c) => c.notNull())
		.addColumn('part', 'integer', (c) => c.notNull())
		// JSON: an array of rows. Every format is made from it.
		.addColumn('body', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('data_parts_key', ['edition', 'dataset', 'part'])
		.execute();
}
