import { sql, type Kysely } from 'kysely';

/** Changed texts that wait are found without reading those that were decided. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`create index text_editions_waiting on text_editions (sent_at, id) where outcome is null`.execute(db);
}
