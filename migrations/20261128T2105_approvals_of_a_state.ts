import { sql, type Kysely } from 'kysely';

/**
 * An approval is for exactly what would go out: for its digest, with the digests of its parts, so that one can say what
 * has changed since. Approvals from before were given to a number of a draft: they are kept, and count for nothing any
 * more, because nobody can tell today what the text was. A draft that waits is approved once more.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('approvals').renameTo('approvals_by_revision').execute();
	await db.schema
		.createTable('approvals')
		.addColumn('kind', 'text', (c) => c.notNull())
		.addColumn('subject_id', 'text', (c) => c.notNull())
		.addColumn('person_id', 'text', (c) => c.notNull().references('persons.id'))
		.addColumn('digest', 'text', (c) => c.notNull())
		// JSON: digest by part.
		.addColumn('parts', 'text', (c) => c.notNull())
		.addColumn('at', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('approvals_of_state_pk', ['kind', 'subject_id', 'person_id'])
		.execute();
	await sql`
		insert into approvals (kind, subject_id, person_id, digest, parts, at)
		select 'version', version_id, person_id, '', '{}', at from approvals_by_revision`.execute(db);
	await db.schema.dropTable('approvals_by_revision').execute();
}
