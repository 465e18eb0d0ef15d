import type { Kysely } from 'kysely';

/**
 * What stood in the file, of a contribution whose HTML was turned into plain text when it was taken over. It goes when
 * the contribution is blackened or withdrawn: it holds the same words.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('import_originals')
		.addColumn('proposal_id', 'text', (c) => c.primaryKey().references('proposals.id').onDelete('cascade'))
		.addColumn('title', 'text', (c) => c.notNull())
		.addColumn('body', 'text', (c) => c.notNull())
		.execute();
}
