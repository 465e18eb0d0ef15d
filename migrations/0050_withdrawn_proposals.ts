import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	// Taken back by its author: the words go, the number stays, so that nothing that leads there leads nowhere.
	await db.schema.alterTable('proposals').addColumn('withdrawn_at', 'text').execute();
}
