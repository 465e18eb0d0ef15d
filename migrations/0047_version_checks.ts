import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	// The version in short, in easy words.
	await db.schema
		.alterTable('versions')
		.addColumn('easy', 'text', (c) => c.notNull().defaultTo(''))
		.execute();
	// JSON: what was left out before publication, and why.
	await db.schema
		.alterTable('versions')
		.addColumn('waived', 'text', (c) => c.notNull().defaultTo('{}'))
		.execute();
	// JSON, frozen at publication: who was asked whether they were understood; only what may be shown.
	await db.schema.alterTable('versions').addColumn('understood', 'text').execute();
}
