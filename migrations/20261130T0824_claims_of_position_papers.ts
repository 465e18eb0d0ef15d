import type { Kysely } from 'kysely';

/** Who reads a paper at this moment, and since when: of several processes one does. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('position_papers').addColumn('claimed_by', 'text').execute();
	await db.schema.alterTable('position_papers').addColumn('beat_at', 'text').execute();
}
