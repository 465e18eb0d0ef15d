import type { Kysely } from 'kysely';

/**
 * In which district the author of a contribution lives, where somebody said so. In a table of its own: it is counted and
 * nothing else, and no list of contributions brings it along.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('residences')
		.addColumn('proposal_id', 'text', (c) => c.primaryKey().references('proposals.id').onDelete('cascade'))
		// Official key of the district, five digits.
		.addColumn('district', 'text', (c) => c.notNull())
		.execute();
}
