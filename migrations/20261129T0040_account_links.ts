import type { Kysely } from 'kysely';

/**
 * Links with which staff choose a password: one for whoever is invited, one for whoever has lost hers. Only the SHA-256
 * of what is in the link stands here. Whoever asks for one by mail is answered by the worker: the page takes as long for
 * an address that nobody has. A mail that carries such a link is sealed while it waits.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('account_links')
		.addColumn('token_hash', 'text', (c) => c.primaryKey())
		.addColumn('person_id', 'text', (c) => c.notNull().references('persons.id'))
		.addColumn('made_at', 'text', (c) => c.notNull())
		.addColumn('expires_at', 'text', (c) => c.notNull())
		.execute();
	await db.schema.createIndex('account_links_person').on('account_links').column('person_id').execute();
	await db.schema
		.createTable('reset_requests')
		// Digest of the address that was typed, with our key.
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('sealed', 'text', (c) => c.notNull())
		.addColumn('asked_at', 'text', (c) => c.notNull())
		.execute();
	await db.schema.alterTable('outbox').addColumn('sealed', 'text').execute();
}
