import { sql, type Kysely } from 'kysely';

const QUESTIONS = ['informed', 'heard', 'fair', 'easy', 'again'];

/**
 * The process is judged by those who took part. While answers can still be changed they are kept by person; then only their
 * sums are left, frozen, and the answers are deleted. `person_id` is null for a sheet of paper that a helper typed in.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('evaluation_rounds')
		.addColumn('phase_id', 'text', (c) => c.primaryKey().notNull().references('phases.id'))
		.addColumn('consultation_id', 'text', (c) => c.notNull().references('consultations.id'))
		.addColumn('computed_at', 'text')
		// JSON, frozen once the time for answers is over. null: it is not.
		.addColumn('body', 'text')
		.addColumn('digest', 'text')
		.execute();
	let table = db.schema
		.createTable('evaluations')
		.addColumn('id', 'text', (c) => c.primaryKey().notNull())
		.addColumn('phase_id', 'text', (c) => c.notNull().references('evaluation_rounds.phase_id'))
		.addColumn('person_id', 'text', (c) => c.references('persons.id'))
		.addColumn('recorded_by', 'text', (c) => c.references('persons.id'))
		.addColumn('group', 'text', (c) => c.notNull());
	for (const question of QUESTIONS) {
		table = table
			.addColumn(question, 'text', (c) => c.notNull())
			.addCheckConstraint(
				`evaluations_${question}_word`,
				sql`${sql.ref(question)} = 'yes' or ${sql.ref(question)} = 'partly' or ${sql.ref(question)} = 'no'`
			);
	}
	await table.addUniqueConstraint('evaluations_once', ['phase_id', 'person_id']).execute();
	await db.schema.createIndex('evaluations_person').on('evaluations').column('person_id').execute();
}
