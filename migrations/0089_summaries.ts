import type { Kysely } from 'kysely';

/**
 * What moderation says in German of a contribution in another language. A new one replaces the former, which stays: the
 * record shows what was said when.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('summaries')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('proposal_id', 'text', (c) => c.notNull().references('proposals.id').onDelete('cascade'))
		.addColumn('revision', 'integer', (c) => c.notNull())
		.addColumn('title', 'text', (c) => c.notNull())
		.addColumn('body', 'text', (c) => c.notNull())
		// null: it came back with open data, which name nobody.
		.addColumn('written_by', 'text', (c) => c.references('persons.id'))
		.addColumn('written_at', 'text', (c) => c.notNull())
		.addColumn('replaced_at', 'text')
		.execute();
	// Two at once cannot both be the next one.
	await db.schema
		.createIndex('summaries_by_proposal')
		.on('summaries')
		.columns(['proposal_id', 'revision'])
		.unique()
		.execute();
}
