import { sql, type Kysely } from 'kysely';

/** A decision that was made too quickly is taken back: the text waits again, and the log says so. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const known = sql.join(
		['publish', 'reject', 'hide', 'restore', 'redact', 'reopen'].map((word) => sql`deed = ${sql.lit(word)}`),
		sql` or `
	);
	await sql`alter table screenings drop constraint "screenings_deed_word"`.execute(db);
	await sql`alter table screenings add constraint "screenings_deed_word" check (${known})`.execute(db);
}
