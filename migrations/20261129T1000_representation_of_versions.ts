import type { Kysely } from 'kysely';

/** Whom a version stands for: what is frozen of it, and why it goes out although somebody is left out. */
export async function up(db: Kysely<unknown>): Promise<void> {
	// JSON, frozen at publication: sums, and only what may be shown.
	await db.schema.alterTable('versions').addColumn('represented', 'text').execute();
	// JSON, of a draft: reasons by the number of the cluster that was left out.
	await db.schema
		.alterTable('versions')
		.addColumn('justified', 'text', (c) => c.notNull().defaultTo('{}'))
		.execute();
}
