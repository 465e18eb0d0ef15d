import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	// A point keeps its identity; its wordings come and go.
	await db.schema
		.createTable('points')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('number', 'integer', (c) => c.notNull().unique())
		.addColumn('consultation_id', 'text', (c) => c.notNull().references('consultations.id'))
		.addColumn('created_at', 'text', (c) => c.notNull())
		.execute();

	await db.schema
		.createTable('wordings')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('point_id', 'text', (c) => c.notNull().references('points.id'))
		.addColumn('field_id', 'text', (c) => c.notNull().references('fields.id'))
		.addColumn('title', 'text', (c) => c.notNull())
		.addColumn('body', 'text', (c) => c.notNull())
		.addColumn('written_by', 'text', (c) => c.references('persons.id'))
		.addColumn('written_at', 'text', (c) => c.notNull())
		.addColumn('frozen_at', 'text')
		.execute();
	await db.schema.createIndex('wordings_point').on('wordings').column('point_id').execute();

	await db.schema
		.createTable('versions')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('number', 'integer', (c) => c.notNull().unique())
		.addColumn('consultation_id', 'text', (c) => c.notNull().references('consultations.id'))
		.addColumn('previous_id', 'text', (c) => c.references('versions.id'))
		.addColumn('kind', 'text', (c) => c.notNull())
		.addColumn('title', 'text', (c) => c.notNull())
		.addColumn('preamble', 'text', (c) => c.notNull())
		.addColumn('created_by', 'text', (c) => c.references('persons.id'))
		.addColumn('created_at', 'text', (c) => c.notNull())
		// Grows with every change of the draft: an approval counts only for the draft it was given to.
		.addColumn('revision', 'integer', (c) => c.notNull().defaultTo(1))
		.addColumn('published_at', 'text')
		.addColumn('published_by', 'text', (c) => c.references('persons.id'))
		// Frozen at publication, JSON; the digest is over text, sources and numbers, chained to the former version's.
		.addColumn('numbers', 'text')
		.addColumn('digest', 'text')
		// The very text the digest is of: anybody can recompute it, and a later change can be named.
		.addColumn('frozen', 'text')
		.execute();
	// One draft at a time per consultation, whatever two editors press at once.
	await sql`create unique index versions_one_draft on versions (consultation_id) where published_at is null`.execute(
		db
	);

	await db.schema
		.createTable('version_points')
		.addColumn('version_id', 'text', (c) => c.notNull().references('versions.id'))
		.addColumn('point_id', 'text', (c) => c.notNull().references('points.id'))
		.addColumn('wording_id', 'text', (c) => c.notNull().references('wordings.id'))
		.addColumn('position', 'integer', (c) => c.notNull())
		// Why a point stands here without a contribution behind it.
		.addColumn('editorial_note', 'text')
		.addPrimaryKeyConstraint('version_points_pk', ['version_id', 'point_id'])
		.execute();
	await db.schema.createIndex('version_points_point').on('version_points').column('point_id').execute();

	await db.schema
		.createTable('drops')
		.addColumn('version_id', 'text', (c) => c.notNull().references('versions.id'))
		.addColumn('point_id', 'text', (c) => c.notNull().references('points.id'))
		.addColumn('reason', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('drops_pk', ['version_id', 'point_id'])
		.execute();

	// Provenance: why a point says what it says in this version.
	await db.schema
		.createTable('sources')
		.addColumn('version_id', 'text', (c) => c.notNull().references('versions.id'))
		.addColumn('point_id', 'text', (c) => c.notNull().references('points.id'))
		.addColumn('proposal_id', 'text', (c) => c.notNull().references('proposals.id'))
		.addColumn('relation', 'text', (c) => c.notNull())
		.addColumn('note', 'text')
		.addPrimaryKeyConstraint('sources_pk', ['version_id', 'point_id', 'proposal_id'])
		.execute();
	await db.schema.createIndex('sources_proposal').on('sources').column('proposal_id').execute();

	await db.schema
		.createTable('approvals')
		.addColumn('version_id', 'text', (c) => c.notNull().references('versions.id'))
		.addColumn('person_id', 'text', (c) => c.notNull().references('persons.id'))
		.addColumn('revision', 'integer', (c) => c.notNull())
		.addColumn('at', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('approvals_pk', ['version_id', 'person_id'])
		.execute();
}
