import type { Kysely } from 'kysely';

/** Answers of the sign-in provider that were taken: each counts once. A digest, kept as long as an answer counts. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('used_sign_ins')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('expires_at', 'text', (c) => c.notNull())
		.execute();
}
