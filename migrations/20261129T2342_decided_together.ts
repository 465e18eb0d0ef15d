import type { Kysely } from 'kysely';

/** What was decided about many texts at once is taken back at once, too. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('screenings').addColumn('batch_id', 'text').execute();
	await db.schema.createIndex('screenings_batch').on('screenings').column('batch_id').execute();
}
