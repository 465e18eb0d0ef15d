import { sql, type Kysely } from 'kysely';

const BEFORE = '"flag":"nrw"';
const NOW = '"flag":"green-white-red"';

/** A flag is called by its colours, not by the one place whose it is. Every state of a profile has it, the former ones as well. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`update profiles set content = replace(content, ${BEFORE}, ${NOW})`.execute(db);
}
