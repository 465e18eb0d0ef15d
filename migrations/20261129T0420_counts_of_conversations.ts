import { sql, type QueryExecutorProvider } from 'kysely';

/** Pictures of conversations say how many answered how. Those that were drawn before are drawn anew, as if something had been said. */
export async function up(db: QueryExecutorProvider): Promise<void> {
	await sql`update conversations set drawn_for = null, drawn_at = null
		where landscape is not null and landscape not like '%"counted":%'`.execute(db);
}
