import { sql, type Kysely } from 'kysely';

/**
 * What official German texts say in other languages, every state of it: of a place and a German wording the newest holds.
 * `german` is the wording it was made of, sign by sign: it says nothing of another one.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('official_translations')
		.addColumn('number', 'integer', (c) => c.notNull().primaryKey())
		.addColumn('locale', 'text', (c) => c.notNull())
		.addColumn('kind', 'text', (c) => c.notNull())
		.addColumn('key', 'text', (c) => c.notNull())
		.addColumn('part', 'text', (c) => c.notNull())
		.addColumn('german', 'text', (c) => c.notNull())
		.addColumn('text', 'text')
		.addColumn('maker', 'text', (c) => c.notNull())
		.addColumn('machine', 'text', (c) => c.notNull())
		.addColumn('checkers', 'text', (c) => c.notNull())
		.addColumn('checked_on', 'text')
		.addColumn('saved_by', 'text', (c) => c.references('persons.id'))
		.addColumn('saved_at', 'text', (c) => c.notNull())
		.addCheckConstraint(
			'official_translations_kind_word',
			sql`kind in ('process', 'question', 'field', 'phase', 'version', 'point')`
		)
		.addCheckConstraint('official_translations_maker_word', sql`maker in ('person', 'machine')`)
		.execute();
	await db.schema
		.createIndex('official_translations_of_text')
		.on('official_translations')
		.columns(['locale', 'kind', 'key', 'part', 'number'])
		.execute();
	await db.schema
		.createIndex('official_translations_saved_by')
		.on('official_translations')
		.column('saved_by')
		.execute();
}
