import { sql, type Kysely } from 'kysely';

const STATUSES = [
	...['reading', 'ready', 'unreadable', 'queued', 'running', 'indexing', 'done'],
	...['cancelled', 'failed', 'expired', 'takingBack', 'takenBack']
];

/**
 * An import as something that is tried, done and taken back as a whole. `import_files` holds what was uploaded, in
 * base64, and goes when the import is over; `import_rows` says which contributions came with it. A contribution that is
 * still being taken over has neither number nor dates: nobody sees it until all of them get both at once.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('import_jobs')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('consultation_id', 'text', (c) => c.notNull().references('consultations.id').onDelete('cascade'))
		.addColumn('name', 'text', (c) => c.notNull())
		.addColumn('status', 'text', (c) => c.notNull())
		// JSON: how the file is to be read, and where its rows go.
		.addColumn('choices', 'text', (c) => c.notNull())
		// JSON: what an import would do; it holds people's words and goes with the file.
		.addColumn('preview', 'text')
		// JSON: counts, and which rows were not taken and why.
		.addColumn('outcome', 'text')
		.addColumn('origin', 'text')
		.addColumn('total', 'integer', (c) => c.notNull().defaultTo(0))
		.addColumn('through', 'integer', (c) => c.notNull().defaultTo(0))
		.addColumn('created_at', 'text', (c) => c.notNull())
		.addColumn('changed_at', 'text', (c) => c.notNull())
		.addColumn('finished_at', 'text')
		// Which process works on it, and when it was last heard of.
		.addColumn('claimed_by', 'text')
		.addColumn('beat_at', 'text')
		.addColumn('tries', 'integer', (c) => c.notNull().defaultTo(0))
		.addCheckConstraint(
			'import_jobs_status_word',
			sql`status in (${sql.raw(STATUSES.map((s) => `'${s}'`).join(', '))})`
		)
		.execute();
	await db.schema
		.createTable('import_files')
		.addColumn('job_id', 'text', (c) => c.notNull().references('import_jobs.id').onDelete('cascade'))
		.addColumn('place', 'integer', (c) => c.notNull())
		.addColumn('name', 'text', (c) => c.notNull())
		.addColumn('body', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('import_files_pk', ['job_id', 'place'])
		.execute();
	await db.schema
		.createTable('import_rows')
		.addColumn('job_id', 'text', (c) => c.notNull().references('import_jobs.id').onDelete('cascade'))
		.addColumn('place', 'integer', (c) => c.notNull())
		.addColumn('proposal_id', 'text', (c) => c.notNull().references('proposals.id').onDelete('cascade'))
		.addPrimaryKeyConstraint('import_rows_pk', ['job_id', 'place'])
		.execute();
	await db.schema.createIndex('import_rows_proposal').on('import_rows').column('proposal_id').unique().execute();
}
