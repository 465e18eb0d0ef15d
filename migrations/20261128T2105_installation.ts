import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	// What this installation is, by name; e.g. the fingerprint of the secret its cards and sealed texts were made with.
	await db.schema
		.createTable('installation')
		.addColumn('name', 'text', (c) => c.primaryKey())
		.addColumn('value', 'text', (c) => c.notNull())
		.execute();
}
