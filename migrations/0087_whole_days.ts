import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	// A landscape holds whole days: whether anything is new is told by the days of the ballots, no longer by their sums.
	await db.schema.alterTable('landscapes').dropColumn('tallied').execute();
}
