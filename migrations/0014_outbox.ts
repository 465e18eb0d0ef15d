import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	// Written in the transaction of the deed, sent by the worker afterwards: no mail without deed, no deed without mail.
	await db.schema
		.createTable('outbox')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('recipient', 'text', (c) => c.notNull())
		.addColumn('subject', 'text', (c) => c.notNull())
		.addColumn('body', 'text', (c) => c.notNull())
		.addColumn('created_at', 'text', (c) => c.notNull())
		.addColumn('next_try_at', 'text', (c) => c.notNull())
		.addColumn('tries', 'integer', (c) => c.notNull().defaultTo(0))
		.addColumn('sent_at', 'text')
		.addColumn('given_up_at', 'text')
		.execute();
	await db.schema.createIndex('outbox_waiting').on('outbox').columns(['sent_at', 'next_try_at']).execute();
}
