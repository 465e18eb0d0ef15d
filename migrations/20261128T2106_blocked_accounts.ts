import type { Kysely } from 'kysely';

/** An account that opens nothing, until it is let in again. What it agreed to before that counts no more. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('accounts').addColumn('blocked_at', 'text').execute();
	await db.schema.alterTable('accounts').addColumn('unblocked_at', 'text').execute();
}
