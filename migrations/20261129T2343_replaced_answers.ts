import { sql, type Kysely } from 'kysely';

/** What stood in a draft before an answer was written, for a while: whoever was too quick takes it back. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const known = sql.join(
		['adopted', 'partly', 'merged', 'declined', 'elsewhere', 'open'].map((word) => sql`disposition = ${sql.lit(word)}`),
		sql` or `
	);
	await db.schema
		.createTable('replaced_answers')
		.addColumn('batch_id', 'text', (c) => c.notNull())
		.addColumn('proposal_id', 'text', (c) => c.notNull().references('proposals.id').onDelete('cascade'))
		.addColumn('version_id', 'text', (c) => c.notNull().references('versions.id').onDelete('cascade'))
		// Of the answer that took its place: a later one is not taken back with it.
		.addColumn('revision', 'integer', (c) => c.notNull())
		// None: there was no answer.
		.addColumn('disposition', 'text')
		.addColumn('reason', 'text', (c) => c.notNull())
		.addColumn('responsible', 'text')
		.addColumn('written_by', 'text', (c) => c.references('persons.id'))
		.addColumn('replaced_at', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('replaced_answers_pk', ['batch_id', 'proposal_id'])
		.addCheckConstraint('replaced_answers_disposition_word', known)
		.execute();
	await db.schema.createIndex('replaced_answers_at').on('replaced_answers').column('replaced_at').execute();
}
