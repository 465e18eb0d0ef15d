import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	// Running numbers that people can say on the telephone ("Beitrag 123").
	await db.schema
		.createTable('counters')
		.addColumn('name', 'text', (c) => c.primaryKey())
		.addColumn('value', 'integer', (c) => c.notNull())
		.execute();

	await db.schema
		.createTable('proposals')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('number', 'integer', (c) => c.unique())
		.addColumn('consultation_id', 'text', (c) => c.notNull().references('consultations.id'))
		.addColumn('field_id', 'text', (c) => c.references('fields.id'))
		.addColumn('kind', 'text', (c) => c.notNull())
		.addColumn('title', 'text', (c) => c.notNull())
		.addColumn('body', 'text', (c) => c.notNull())
		.addColumn('evidence', 'text')
		.addColumn('author_id', 'text', (c) => c.references('persons.id'))
		// Frozen at submission: results must not change when somebody's profile does.
		.addColumn('author_name', 'text')
		.addColumn('author_group', 'text')
		.addColumn('organisation_id', 'text', (c) => c.references('organisations.id'))
		.addColumn('created_at', 'text', (c) => c.notNull())
		.addColumn('changed_at', 'text', (c) => c.notNull())
		.addColumn('submitted_at', 'text')
		.addColumn('published_at', 'text')
		.addColumn('rejected_at', 'text')
		.addColumn('hidden_at', 'text')
		.addColumn('redacted_at', 'text')
		.addColumn('support_count', 'integer', (c) => c.notNull().defaultTo(0))
		.addColumn('comment_count', 'integer', (c) => c.notNull().defaultTo(0))
		.addColumn('origin', 'text')
		.addColumn('origin_id', 'text')
		.addColumn('origin_url', 'text')
		.addUniqueConstraint('proposals_origin', ['origin', 'origin_id'])
		.execute();
	// The public list: newest first, by support, by comments; each with the number as tie-break for keyset paging.
	for (const [name, column] of [
		['proposals_newest', 'published_at'],
		['proposals_supported', 'support_count'],
		['proposals_discussed', 'comment_count']
	] as const) {
		await db.schema.createIndex(name).on('proposals').columns(['consultation_id', column, 'number']).execute();
	}
	await db.schema.createIndex('proposals_author').on('proposals').column('author_id').execute();
	// What waits for moderation, oldest first; counted on every page of the workshop.
	await db.schema
		.createIndex('proposals_queue')
		.on('proposals')
		.columns(['published_at', 'rejected_at', 'submitted_at'])
		.execute();

	await db.schema
		.createTable('supports')
		.addColumn('proposal_id', 'text', (c) => c.notNull().references('proposals.id'))
		.addColumn('person_id', 'text', (c) => c.notNull().references('persons.id'))
		.addColumn('group', 'text', (c) => c.notNull())
		.addColumn('created_at', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('supports_pk', ['proposal_id', 'person_id'])
		.execute();
	await db.schema.createIndex('supports_person').on('supports').column('person_id').execute();
}
