import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	// When somebody put the end of a phase into the past: the time in which that can be taken back begins then.
	await db.schema.alterTable('phases').addColumn('end_changed_at', 'text').execute();
}
