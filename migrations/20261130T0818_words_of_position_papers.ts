import { sql, type QueryExecutorProvider } from 'kysely';

/** Of papers that were sent, words stay in contributions only; a file goes of which a contribution is withdrawn or blackened. */
export async function up(db: QueryExecutorProvider): Promise<void> {
	await sql`update position_paper_sections set heading = '', body = ''
		where paper_id in (select id from position_papers where status = 'sent')`.execute(db);
	await sql`delete from position_paper_files where paper_id in (
		select s.paper_id from position_paper_sections s join proposals p on p.id = s.proposal_id
		where p.withdrawn_at is not null or p.redacted_at is not null or p.body = '')`.execute(db);
}
