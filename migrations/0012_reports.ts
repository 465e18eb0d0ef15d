import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('reports')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('number', 'integer', (c) => c.notNull().unique())
		.addColumn('consultation_id', 'text', (c) => c.notNull().references('consultations.id'))
		.addColumn('version_id', 'text', (c) => c.references('versions.id'))
		.addColumn('title', 'text', (c) => c.notNull())
		// The whole report as it was on the day, JSON: foreword and all figures; with the digest of exactly that text.
		.addColumn('frozen', 'text', (c) => c.notNull())
		.addColumn('digest', 'text', (c) => c.notNull())
		.addColumn('published_by', 'text', (c) => c.references('persons.id'))
		.addColumn('published_at', 'text', (c) => c.notNull())
		.execute();
}
