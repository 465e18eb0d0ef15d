import { sql, type Kysely } from 'kysely';

/** Every state of what the operator says of itself on fixed pages, so that a slip can be undone. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('statement_revisions')
		.addColumn('number', 'integer', (c) => c.notNull().primaryKey())
		.addColumn('place', 'text', (c) => c.notNull())
		.addColumn('text', 'text')
		.addColumn('saved_by', 'text', (c) => c.references('persons.id'))
		.addColumn('saved_at', 'text', (c) => c.notNull())
		.execute();
	await db.schema
		.createIndex('statement_revisions_of_place')
		.on('statement_revisions')
		.columns(['place', 'number'])
		.execute();
	// What stands there now is the first state.
	await sql`insert into statement_revisions (number, place, text, saved_by, saved_at)
		select row_number() over (order by changed_at, place), place, text, null, changed_at from statements`.execute(db);
	await db.schema.createIndex('statement_revisions_saved_by').on('statement_revisions').column('saved_by').execute();
}
