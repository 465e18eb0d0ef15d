import type { Kysely } from 'kysely';

/**
 * What the export of a conversation says of it as a whole: people who voted, votes, statements, who wrote them, what was
 * moderated out. Null: it was taken over before this was kept, or is still being taken over.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	// JSON
	await db.schema.alterTable('conversations').addColumn('figures', 'text').execute();
}
