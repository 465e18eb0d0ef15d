import { sql, type Kysely } from 'kysely';

/**
 * Search works on folded text (lower case, ae/oe/ue/ss) by parts of words, so that `armut` finds `Kinderarmut`.
 * Both databases do it with trigrams: FTS5 there, pg_trgm here.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	const postgres = db.getExecutor().adapter.supportsTransactionalDdl;
	if (postgres) {
		await sql`create extension if not exists pg_trgm`.execute(db);
		await sql`create table proposal_texts (
			proposal_id text primary key references proposals(id),
			folded text not null
		)`.execute(db);
		await sql`create index proposal_texts_trigrams on proposal_texts using gin (folded gin_trgm_ops)`.execute(db);
	} else {
		await sql`create virtual table proposal_texts using fts5(
			proposal_id unindexed, folded, tokenize = 'trigram'
		)`.execute(db);
	}
}
