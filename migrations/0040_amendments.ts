import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	// Another wording for a point: the whole text, and the wording that was read when it was written.
	await db.schema
		.createTable('amendments')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('number', 'integer', (c) => c.notNull().unique())
		.addColumn('consultation_id', 'text', (c) => c.notNull().references('consultations.id'))
		.addColumn('point_id', 'text', (c) => c.notNull().references('points.id'))
		.addColumn('wording_id', 'text', (c) => c.notNull().references('wordings.id'))
		.addColumn('title', 'text', (c) => c.notNull())
		.addColumn('body', 'text', (c) => c.notNull())
		.addColumn('reason', 'text', (c) => c.notNull())
		.addColumn('author_id', 'text', (c) => c.references('persons.id'))
		// Frozen at submission: results must not change when somebody's profile does.
		.addColumn('author_name', 'text', (c) => c.notNull())
		.addColumn('author_group', 'text', (c) => c.notNull())
		.addColumn('organisation_id', 'text', (c) => c.references('organisations.id'))
		.addColumn('created_at', 'text', (c) => c.notNull())
		.addColumn('published_at', 'text')
		.addColumn('rejected_at', 'text')
		.addColumn('hidden_at', 'text')
		.addColumn('redacted_at', 'text')
		.addColumn('withdrawn_at', 'text')
		.addColumn('support_count', 'integer', (c) => c.notNull().defaultTo(0))
		// What the editors made of it, and the version this goes out with: until then it is theirs alone.
		.addColumn('outcome', 'text')
		.addColumn('outcome_reason', 'text')
		.addColumn('outcome_version_id', 'text', (c) => c.references('versions.id'))
		.addColumn('decided_by', 'text', (c) => c.references('persons.id'))
		.addColumn('decided_at', 'text')
		.execute();
	await db.schema.createIndex('amendments_point').on('amendments').columns(['point_id', 'number']).execute();
	await db.schema.createIndex('amendments_author').on('amendments').column('author_id').execute();
	await db.schema
		.createIndex('amendments_queue')
		.on('amendments')
		.columns(['published_at', 'rejected_at', 'created_at'])
		.execute();

	await db.schema
		.createTable('amendment_supports')
		.addColumn('amendment_id', 'text', (c) => c.notNull().references('amendments.id'))
		.addColumn('person_id', 'text', (c) => c.notNull().references('persons.id'))
		.addColumn('group', 'text', (c) => c.notNull())
		.addColumn('created_at', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('amendment_supports_pk', ['amendment_id', 'person_id'])
		.execute();
	await db.schema.createIndex('amendment_supports_person').on('amendment_supports').column('person_id').execute();
}
