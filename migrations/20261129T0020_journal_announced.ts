import { sql, type Kysely } from 'kysely';

/**
 * PostgreSQL tells every process at the commit that something was recorded, so that pages kept elsewhere end at once. A
 * trigger, so that no way of writing can forget it. What is announced within one transaction is told once.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	if (!db.getExecutor().adapter.supportsTransactionalDdl) return;
	await sql`create function journal_announced() returns trigger language plpgsql as $$
		begin perform pg_notify('teilhabe_journal', ''); return null; end $$`.execute(db);
	await sql`create trigger journal_announced after insert on journal
		for each statement execute function journal_announced()`.execute(db);
}
