import type { Kysely } from 'kysely';

/** The day on which a contribution was written where it comes from; null: written here, or the file does not say. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('proposals').addColumn('origin_on', 'text').execute();
}
