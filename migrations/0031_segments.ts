import type { Kysely } from 'kysely';

/** A passage of a contribution, kept as a row of its own: exact text, place, and the digest of the text it was cut from. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('segments')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('proposal_id', 'text', (c) => c.notNull().references('proposals.id'))
		.addColumn('starts', 'integer', (c) => c.notNull())
		.addColumn('ends', 'integer', (c) => c.notNull())
		.addColumn('text', 'text', (c) => c.notNull())
		.addColumn('digest', 'text', (c) => c.notNull())
		.addColumn('cut_by', 'text', (c) => c.references('persons.id'))
		.addColumn('cut_at', 'text', (c) => c.notNull())
		// Taken back. The row stays, so that the log can bring it back.
		.addColumn('removed_at', 'text')
		// The contribution was blackened after the cut, and the passage followed.
		.addColumn('redacted_at', 'text')
		.execute();
	await db.schema.createIndex('segments_proposal').on('segments').columns(['proposal_id', 'starts']).execute();
}
