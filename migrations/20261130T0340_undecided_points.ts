import type { Kysely } from 'kysely';

/** Whether it is undecided if people miss a point among those that unite most: such points are asked about more often. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.alterTable('extremities')
		// In thousandths, as the newest landscape saw it. Not published.
		.addColumn('undecided', 'integer', (c) => c.notNull().defaultTo(0))
		.execute();
}
