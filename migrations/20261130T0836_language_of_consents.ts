import { sql, type Kysely } from 'kysely';

/**
 * In which language somebody has read what they allow, and which words exactly: the beginning of the SHA-256 of the
 * sentences. Consents from before were asked for in German; of their words `text_version` alone is known.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`alter table consents add column language text not null default 'de'
		constraint "consents_language_word"
		check (language in ('de', 'leicht', 'en', 'uk', 'ar', 'tr', 'ru', 'pl', 'ro', 'bg'))`.execute(db);
	await sql`alter table consents add column words_digest text not null default ''`.execute(db);
}
