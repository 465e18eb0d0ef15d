import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	// A barrier or a content somebody reports, without signing in. How to reach them is sealed and goes with the ticket.
	await db.schema
		.createTable('tickets')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('number', 'integer', (c) => c.notNull().unique())
		.addColumn('kind', 'text', (c) => c.notNull())
		.addColumn('page', 'text', (c) => c.notNull())
		.addColumn('body', 'text', (c) => c.notNull())
		.addColumn('way', 'text', (c) => c.notNull())
		.addColumn('contact', 'text')
		.addColumn('code_hash', 'text', (c) => c.notNull().unique())
		.addColumn('filed_at', 'text', (c) => c.notNull())
		.addColumn('interim', 'text')
		.addColumn('interim_at', 'text')
		.addColumn('answer', 'text')
		.addColumn('answered_at', 'text')
		.addColumn('answered_by', 'text', (c) => c.references('persons.id'))
		.addColumn('reminded_at', 'text')
		.execute();
	await db.schema.createIndex('tickets_open').on('tickets').columns(['answered_at', 'filed_at', 'number']).execute();
}
