import type { Kysely } from 'kysely';

/**
 * Versions that were put back from open data. Their text is what it was, to the byte; the rows are others, with other
 * ids, and what was never public is not there. Checking them knows that.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('versions').addColumn('restored_at', 'text').execute();
}
