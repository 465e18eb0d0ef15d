import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	// Whom one would expect among those who take part: a share of each group, with where the figure comes from.
	await db.schema
		.createTable('reference_figures')
		.addColumn('consultation_id', 'text', (c) => c.notNull().references('consultations.id'))
		.addColumn('group', 'text', (c) => c.notNull())
		.addColumn('percent', 'integer', (c) => c.notNull())
		.addColumn('source', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('reference_figures_pk', ['consultation_id', 'group'])
		.execute();
}
