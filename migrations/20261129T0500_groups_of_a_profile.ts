import { sql, type Kysely } from 'kysely';

/** Which groups there are is said by the profile of the process, not by the schema: the rooms check what is chosen. */
const COLUMNS = [
	...['amendment_supports.group', 'amendments.author_group', 'ballots.group', 'batches.group'],
	...['comments.author_group', 'dockets.group', 'persons.group', 'proposals.author_group'],
	...['reference_figures.group', 'supports.group', 'tallies.group', 'workshops.group']
];

export async function up(db: Kysely<unknown>): Promise<void> {
	for (const where of COLUMNS) {
		const [table = '', column = ''] = where.split('.');
		await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(`${table}_${column}_word`)}`.execute(db);
	}
}
