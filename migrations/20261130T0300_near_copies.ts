import type { Kysely } from 'kysely';

/** Texts that five or more people sent nearly alike, each with the first of them. Recognised by machine, so it may be made anew. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('near_copies')
		.addColumn('proposal_id', 'text', (c) => c.primaryKey().references('proposals.id').onDelete('cascade'))
		.addColumn('first_id', 'text', (c) => c.notNull().references('proposals.id').onDelete('cascade'))
		.execute();
	await db.schema.createIndex('near_copies_by_first').on('near_copies').columns(['first_id', 'proposal_id']).execute();
}
