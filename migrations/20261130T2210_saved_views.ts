import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** Choices of a worklist that somebody of the team has kept for themselves, by name: what the address of the list says. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('saved_views')
		.addColumn('id', 'text', (c) => c.primaryKey().notNull())
		.addColumn('person_id', 'text', (c) => c.notNull().references('persons.id'))
		.addColumn('list', 'text', (c) => c.notNull())
		.addColumn('name', 'text', (c) => c.notNull())
		.addColumn('query', 'text', (c) => c.notNull())
		.addColumn('saved_at', 'text', (c) => c.notNull())
		.addUniqueConstraint('saved_views_name', ['person_id', 'list', 'name'])
		.addCheckConstraint('saved_views_list_word', sql`list in ('inbox', 'desk', 'clusters', 'answers')`)
		.execute();
}
