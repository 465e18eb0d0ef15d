import { sql, type Kysely } from 'kysely';

/** SQLite's index for search notes what was deleted and keeps it for long; from now on it takes it out at once. */
export async function up(db: Kysely<unknown>): Promise<void> {
	if (db.getExecutor().adapter.supportsTransactionalDdl) return;
	await sql`insert into proposal_texts (proposal_texts, rank) values ('secure-delete', 1)`.execute(db);
	await sql`insert into proposal_texts (proposal_texts) values ('optimize')`.execute(db);
}
