import { sql, type Kysely } from 'kysely';

/**
 * How often somebody may try again, counted by all processes together. On PostgreSQL it stands outside the write-ahead
 * log and outside backups: what is no more than minutes old shall not be kept anywhere. SQLite has one process, which
 * counts in its memory, and an empty table.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	const postgres = db.getExecutor().adapter.supportsTransactionalDdl;
	await sql`create ${postgres ? sql`unlogged table` : sql`table`} limits (
		key text not null primary key,
		remaining double precision not null,
		at double precision not null,
		wait double precision,
		until double precision not null
	)`.execute(db);
	await db.schema.createIndex('limits_until').on('limits').column('until').execute();
}
