import { type Kysely, sql } from 'kysely';

/** Texts of organisations are filtered as such at the desk, also those that lay there before organisations were a kind of their own. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`update dockets set "group" = 'organisation' where "group" <> 'organisation' and proposal_id in (
		select id from proposals where author_group = 'organisation')`.execute(db);
}
