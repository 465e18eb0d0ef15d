import { sql, type Kysely } from 'kysely';

const ACTIONS = ['propose', 'support', 'comment', 'comment-point', 'amend', 'vote', 'prioritise'];

/**
 * Where to begin: a phase can ask which measures of a published version should come first. What each costs and how much
 * there is is set before the first ballot; the result is kept as it was computed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	const name = sql.ref('phase_actions_action_word');
	await sql`alter table phase_actions drop constraint ${name}`.execute(db);
	const known = sql.join(
		ACTIONS.map((word) => sql`action = ${sql.lit(word)}`),
		sql` or `
	);
	await sql`alter table phase_actions add constraint ${name} check (${known})`.execute(db);
	await db.schema
		.createTable('priority_rounds')
		.addColumn('phase_id', 'text', (c) => c.primaryKey().notNull().references('phases.id'))
		.addColumn('consultation_id', 'text', (c) => c.notNull().references('consultations.id'))
		.addColumn('version_id', 'text', (c) => c.notNull().references('versions.id'))
		.addColumn('budget', 'integer')
		.addColumn('small', 'integer', (c) => c.notNull())
		.addColumn('medium', 'integer', (c) => c.notNull())
		.addColumn('large', 'integer', (c) => c.notNull())
		.addColumn('revision', 'integer', (c) => c.notNull())
		.addColumn('fixed_on', 'text')
		.execute();
	await db.schema
		.createTable('priority_measures')
		.addColumn('id', 'integer', (c) => c.primaryKey().notNull())
		.addColumn('phase_id', 'text', (c) => c.notNull().references('priority_rounds.phase_id'))
		.addColumn('version_id', 'text', (c) => c.notNull())
		.addColumn('measure_id', 'text', (c) => c.notNull())
		.addColumn('number', 'integer', (c) => c.notNull())
		.addColumn('cost_class', 'text')
		.addForeignKeyConstraint('priority_measures_measure', ['version_id', 'measure_id'], 'measures', [
			'version_id',
			'id'
		])
		.addUniqueConstraint('priority_measures_once', ['phase_id', 'measure_id'])
		.addCheckConstraint(
			'priority_measures_cost_class_word',
			sql`cost_class = 'small' or cost_class = 'medium' or cost_class = 'large'`
		)
		.execute();
	await db.schema
		.createTable('priority_results')
		.addColumn('phase_id', 'text', (c) => c.primaryKey().notNull().references('priority_rounds.phase_id'))
		.addColumn('computed_at', 'text', (c) => c.notNull())
		.addColumn('body', 'text', (c) => c.notNull())
		.addColumn('digest', 'text', (c) => c.notNull())
		.execute();
}
