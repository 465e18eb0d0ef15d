import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/**
 * Papers are kept as OpenDocument, too. SQLite changes no constraint of a table that is there; what stood in it is made
 * again by the worker.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.dropTable('prints').execute();
	await db.schema
		.createTable('prints')
		.addColumn('digest', 'text', (c) => c.notNull())
		.addColumn('format', 'text', (c) => c.notNull())
		.addColumn('edition', 'integer', (c) => c.notNull())
		.addColumn('size', 'integer', (c) => c.notNull())
		.addColumn('body', 'text', (c) => c.notNull())
		.addColumn('made_at', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('prints_pk', ['digest', 'format'])
		.addCheckConstraint('prints_format_word', sql`format in ('pdf', 'docx', 'odt')`)
		.execute();
}
