import type { Kysely } from 'kysely';

/**
 * What somebody typed into a form that was not taken, for an hour or two: it stands in the form again after signing in
 * and after going back. Sealed with a key that only the browser has; without it nobody reads it, nor whose it is.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('unsent_forms')
		// Digest of the browser's key and the page.
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('sealed', 'text', (c) => c.notNull())
		.addColumn('expires_at', 'text', (c) => c.notNull())
		.execute();
	await db.schema.createIndex('unsent_forms_expires_at').on('unsent_forms').column('expires_at').execute();
}
