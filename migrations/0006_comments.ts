import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('comments')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('consultation_id', 'text', (c) => c.notNull().references('consultations.id'))
		// What it is about: exactly one of the two. `wording_id` is the wording that was read when it was written.
		.addColumn('proposal_id', 'text', (c) => c.references('proposals.id'))
		.addColumn('point_id', 'text')
		.addColumn('wording_id', 'text')
		.addColumn('parent_id', 'text', (c) => c.references('comments.id'))
		.addColumn('stance', 'text', (c) => c.notNull())
		.addColumn('body', 'text', (c) => c.notNull())
		.addColumn('author_id', 'text', (c) => c.references('persons.id'))
		.addColumn('author_name', 'text', (c) => c.notNull())
		.addColumn('author_group', 'text', (c) => c.notNull())
		.addColumn('organisation_id', 'text', (c) => c.references('organisations.id'))
		.addColumn('created_at', 'text', (c) => c.notNull())
		.addColumn('published_at', 'text')
		.addColumn('rejected_at', 'text')
		.addColumn('hidden_at', 'text')
		.addColumn('redacted_at', 'text')
		.addColumn('withdrawn_at', 'text')
		.execute();
	// Threads are read root by root, newest first; answers come by their root.
	await db.schema
		.createIndex('comments_proposal')
		.on('comments')
		.columns(['proposal_id', 'parent_id', 'created_at', 'id'])
		.execute();
	await db.schema
		.createIndex('comments_point')
		.on('comments')
		.columns(['point_id', 'parent_id', 'created_at', 'id'])
		.execute();
	await db.schema.createIndex('comments_parent').on('comments').columns(['parent_id', 'created_at']).execute();
	await db.schema.createIndex('comments_author').on('comments').column('author_id').execute();
	await db.schema
		.createIndex('comments_queue')
		.on('comments')
		.columns(['published_at', 'rejected_at', 'created_at'])
		.execute();
}
