import type { Kysely } from 'kysely';

/** What only the operator knows and the fixed pages say: who is responsible, where help is, what the law wants. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('statements')
		.addColumn('place', 'text', (c) => c.primaryKey())
		.addColumn('text', 'text', (c) => c.notNull())
		.addColumn('changed_at', 'text', (c) => c.notNull())
		.execute();
}
