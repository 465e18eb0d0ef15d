import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/**
 * Links with which somebody without an account reads a draft: one each, until a day, and taken back at any time. Of what is
 * in the address only the digest is kept.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('preview_links')
		.addColumn('id', 'text', (c) => c.primaryKey().notNull())
		.addColumn('consultation_id', 'text', (c) => c.notNull().references('consultations.id'))
		.addColumn('subject_kind', 'text', (c) => c.notNull())
		.addColumn('subject_id', 'text', (c) => c.notNull())
		.addColumn('label', 'text', (c) => c.notNull())
		.addColumn('token_hash', 'text', (c) => c.notNull().unique())
		.addColumn('made_by', 'text', (c) => c.references('persons.id').onDelete('set null'))
		.addColumn('made_at', 'text', (c) => c.notNull())
		.addColumn('expires_at', 'text', (c) => c.notNull())
		.addColumn('revoked_at', 'text')
		.addCheckConstraint('preview_links_subject_kind_word', sql`subject_kind in ('version', 'call', 'report')`)
		.execute();
	await db.schema.createIndex('preview_links_made_by').on('preview_links').column('made_by').execute();
}
