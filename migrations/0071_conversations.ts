import type { Kysely } from 'kysely';

/**
 * Conversations that were held on other platforms: statements, and how people there voted on them. They stand apart from
 * everything of our own, so that nobody can add the two up by mistake.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('conversations')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('number', 'integer', (c) => c.notNull().unique())
		// What it is called at its source: taken over again, it is the same one.
		.addColumn('origin', 'text', (c) => c.notNull().unique())
		.addColumn('title', 'text', (c) => c.notNull())
		.addColumn('url', 'text')
		.addColumn('attribution', 'text', (c) => c.notNull())
		.addColumn('language', 'text', (c) => c.notNull())
		// Null: it is still being taken over, and nobody sees it yet.
		.addColumn('imported_at', 'text')
		.addColumn('changed_at', 'text', (c) => c.notNull())
		// Null: not drawn yet. Else for the state of changed_at at that moment.
		.addColumn('drawn_at', 'text')
		.addColumn('drawn_for', 'text')
		// JSON, and its SHA-256; null: too few people.
		.addColumn('landscape', 'text')
		.addColumn('digest', 'text')
		.execute();
	await db.schema
		.createTable('conversation_statements')
		.addColumn('conversation_id', 'text', (c) => c.notNull().references('conversations.id').onDelete('cascade'))
		.addColumn('number', 'integer', (c) => c.notNull())
		.addColumn('origin_id', 'text', (c) => c.notNull())
		.addColumn('body', 'text', (c) => c.notNull())
		// Not null: taken out by the moderation there. Shown to nobody here.
		.addColumn('taken_out_at', 'text')
		.addPrimaryKeyConstraint('conversation_statements_pk', ['conversation_id', 'number'])
		.addUniqueConstraint('conversation_statements_origin', ['conversation_id', 'origin_id'])
		.execute();
	// A row for each person: a row for each vote would be a hundred times as many, and nobody ever asks for one.
	await db.schema
		.createTable('conversation_people')
		.addColumn('conversation_id', 'text', (c) => c.notNull().references('conversations.id').onDelete('cascade'))
		.addColumn('origin_id', 'text', (c) => c.notNull())
		// JSON: [number of the statement, 1 | 0 | -1][]
		.addColumn('votes', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('conversation_people_pk', ['conversation_id', 'origin_id'])
		.execute();
}
