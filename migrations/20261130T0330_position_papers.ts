import { sql, type Kysely } from 'kysely';

/** Papers of organisations: the file as it came, what was read of it, and which contribution each section became. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('position_papers')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('consultation_id', 'text', (c) => c.notNull().references('consultations.id'))
		.addColumn('organisation_id', 'text', (c) => c.notNull().references('organisations.id'))
		// Whose seat: a second one sends it. null: the seat has ended.
		.addColumn('seat_id', 'text', (c) => c.references('persons.id'))
		.addColumn('name', 'text', (c) => c.notNull())
		.addColumn('size', 'integer', (c) => c.notNull())
		.addColumn('digest', 'text', (c) => c.notNull())
		.addColumn('status', 'text', (c) => c.notNull())
		.addColumn('problem', 'text')
		// JSON: what of the file was not read.
		.addColumn('dropped', 'text', (c) => c.notNull())
		.addColumn('tries', 'integer', (c) => c.notNull().defaultTo(0))
		.addColumn('uploaded_at', 'text', (c) => c.notNull())
		.addColumn('sent_at', 'text')
		.addCheckConstraint(
			'position_papers_status_word',
			sql`status = 'reading' or status = 'read' or status = 'refused' or status = 'sent'`
		)
		.addCheckConstraint(
			'position_papers_problem_word',
			sql`problem is null or problem = 'tooLarge' or problem = 'foreign' or problem = 'oldWord' or problem = 'locked'
				or problem = 'scanned' or problem = 'empty' or problem = 'damaged' or problem = 'bomb' or problem = 'tooHard'`
		)
		.execute();
	await db.schema
		.createIndex('position_papers_by_organisation')
		.on('position_papers')
		.columns(['organisation_id', 'uploaded_at'])
		.execute();
	await db.schema
		.createTable('position_paper_files')
		.addColumn('paper_id', 'text', (c) => c.primaryKey().references('position_papers.id').onDelete('cascade'))
		// In base64.
		.addColumn('body', 'text', (c) => c.notNull())
		.execute();
	await db.schema
		.createTable('position_paper_sections')
		.addColumn('paper_id', 'text', (c) => c.notNull().references('position_papers.id').onDelete('cascade'))
		.addColumn('place', 'integer', (c) => c.notNull())
		.addColumn('heading', 'text', (c) => c.notNull())
		.addColumn('body', 'text', (c) => c.notNull())
		.addColumn('proposal_id', 'text', (c) => c.references('proposals.id'))
		.addPrimaryKeyConstraint('position_paper_sections_pk', ['paper_id', 'place'])
		.execute();
}
