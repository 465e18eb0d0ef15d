import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	// Everybody signs in anew: of the sessions there are nobody knows when they began.
	await sql`delete from sessions`.execute(db);
	await db.schema.alterTable('sessions').addColumn('started_at', 'text').execute();
	// The password was right and the second factor is still missing: this session opens nothing yet.
	await db.schema.alterTable('sessions').addColumn('pending_at', 'text').execute();
}
