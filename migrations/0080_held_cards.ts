import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	// Who will hold a card nobody has come in with yet: what is kept for that person in the meantime is theirs at once.
	await db.schema.alterTable('cards').addColumn('held_for', 'text').execute();
}
