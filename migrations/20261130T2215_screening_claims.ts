import type { Kysely } from 'kysely';

/** Which waiting text somebody of the team is reading, so that a colleague is given another one: one a person, for minutes. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('screening_claims')
		.addColumn('subject_id', 'text', (c) => c.primaryKey().notNull())
		.addColumn('person_id', 'text', (c) => c.notNull().references('persons.id'))
		.addColumn('claimed_at', 'text', (c) => c.notNull())
		.execute();
	await db.schema.createIndex('screening_claims_person').on('screening_claims').column('person_id').execute();
}
