import { sql, type Kysely } from 'kysely';

/** Beside a text stands how many persons support it; organisations stand there by name and are not added to them. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`update proposals set support_count = support_count - (
		select count(*) from supports s where s.proposal_id = proposals.id and s."group" = 'organisation'
	) where id in (select proposal_id from supports where "group" = 'organisation')`.execute(db);
	await sql`update amendments set support_count = support_count - (
		select count(*) from amendment_supports s where s.amendment_id = amendments.id and s."group" = 'organisation'
	) where id in (select amendment_id from amendment_supports where "group" = 'organisation')`.execute(db);
}
