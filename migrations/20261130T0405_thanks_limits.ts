import type { Kysely } from 'kysely';

/** The most that is handed out for one receipt. Without a row: the number the program begins with. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('thanks_limits')
		.addColumn('consultation_id', 'text', (c) => c.primaryKey().notNull().references('consultations.id'))
		.addColumn('cents', 'integer', (c) => c.notNull())
		.execute();
}
