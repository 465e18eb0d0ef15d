import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	// What became of a contribution, said with a version and never before it.
	await db.schema
		.createTable('answers')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('proposal_id', 'text', (c) => c.notNull().references('proposals.id'))
		.addColumn('version_id', 'text', (c) => c.notNull().references('versions.id'))
		.addColumn('disposition', 'text', (c) => c.notNull())
		.addColumn('reason', 'text', (c) => c.notNull())
		// Who decides instead, for what is outside the ministry's remit.
		.addColumn('responsible', 'text')
		.addColumn('written_by', 'text', (c) => c.references('persons.id'))
		.addColumn('written_at', 'text', (c) => c.notNull())
		// Grows when the draft's answer is written anew: an approval counts only for what was read.
		.addColumn('revision', 'integer', (c) => c.notNull().defaultTo(1))
		.addColumn('published_at', 'text')
		.addUniqueConstraint('answers_once', ['proposal_id', 'version_id'])
		.execute();
	await db.schema.createIndex('answers_version').on('answers').columns(['version_id', 'disposition']).execute();
}
