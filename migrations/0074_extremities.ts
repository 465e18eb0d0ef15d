import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	// How far opinions on a wording lie apart, as the newest landscape saw it: what is asked next hangs on it. Not published.
	await db.schema
		.createTable('extremities')
		.addColumn('wording_id', 'text', (c) => c.primaryKey().references('wordings.id'))
		// In thousandths of the largest.
		.addColumn('extremity', 'integer', (c) => c.notNull())
		.execute();
}
