import type { Kysely } from 'kysely';

/** Amendments can be talked about like contributions and points. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('comments').addColumn('amendment_id', 'text').execute();
	await db.schema
		.createIndex('comments_amendment')
		.on('comments')
		.columns(['amendment_id', 'parent_id', 'created_at', 'id'])
		.execute();
}
