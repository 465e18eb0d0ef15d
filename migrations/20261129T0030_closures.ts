import type { Kysely } from 'kysely';

/** A process that has been closed by two people: from then on nothing is written in it. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('closures')
		.addColumn('consultation_id', 'text', (c) => c.primaryKey().references('consultations.id'))
		.addColumn('closed_at', 'text', (c) => c.notNull())
		.execute();
}
