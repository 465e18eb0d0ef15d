import type { Kysely } from 'kysely';

/** Accounts that the operator lets in with their password for a day although passwords are switched off. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('password_recoveries')
		.addColumn('person_id', 'text', (c) => c.primaryKey().references('persons.id'))
		.addColumn('until', 'text', (c) => c.notNull())
		.execute();
}
