import { sql, type Kysely } from 'kysely';

/** What a version does not say: the editors' sentence to each word and each dissent, and what is frozen of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('omission_notes')
		.addColumn('version_id', 'text', (c) => c.notNull().references('versions.id'))
		// Of a group and a word, or of a point and a contribution; see room `omissions`.
		.addColumn('subject', 'text', (c) => c.notNull())
		.addColumn('way', 'text', (c) => c.notNull())
		.addColumn('text', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('omission_notes_pk', ['version_id', 'subject'])
		.addCheckConstraint('omission_notes_way_word', sql`way = 'otherwise' or way = 'declined' or way = 'plain'`)
		.execute();
	// JSON, frozen at publication. null: from before it was asked.
	await db.schema.alterTable('versions').addColumn('omitted', 'text').execute();
}
