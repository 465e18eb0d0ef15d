import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('batches')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('label', 'text', (c) => c.notNull())
		.addColumn('group', 'text', (c) => c.notNull())
		.addColumn('organisation_id', 'text', (c) => c.references('organisations.id'))
		.addColumn('size', 'integer', (c) => c.notNull())
		.addColumn('issued_by', 'text', (c) => c.references('persons.id'))
		.addColumn('issued_at', 'text', (c) => c.notNull())
		.addColumn('valid_until', 'text', (c) => c.notNull())
		.addColumn('revoked_at', 'text')
		.execute();

	// A card becomes a person when it is used for the first time. Only a keyed hash of the code is kept.
	await db.schema
		.createTable('cards')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('batch_id', 'text', (c) => c.notNull().references('batches.id'))
		.addColumn('code_hash', 'text', (c) => c.notNull().unique())
		.addColumn('person_id', 'text', (c) => c.unique().references('persons.id'))
		.addColumn('revoked_at', 'text')
		.execute();
	await db.schema.createIndex('cards_batch').on('cards').column('batch_id').execute();
}
