import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	// Files made of what is frozen: made once, found by the digest of what they show. Base64, because the two databases
	// agree on text but not on bytes. Anything here can be thrown away and is made again.
	await db.schema
		.createTable('prints')
		.addColumn('digest', 'text', (c) => c.notNull())
		.addColumn('format', 'text', (c) => c.notNull())
		.addColumn('edition', 'integer', (c) => c.notNull())
		.addColumn('size', 'integer', (c) => c.notNull())
		.addColumn('body', 'text', (c) => c.notNull())
		.addColumn('made_at', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('prints_pk', ['digest', 'format'])
		.execute();
}
