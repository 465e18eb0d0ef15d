import { sql, type Kysely } from 'kysely';

/** Who wrote a text down for somebody else: nobody screens what they typed themselves. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('scribes')
		.addColumn('subject_id', 'text', (c) => c.primaryKey())
		.addColumn('recorded_by', 'text', (c) => c.notNull().references('persons.id'))
		.execute();
	await sql`insert into scribes (subject_id, recorded_by) select subject_id, recorded_by from recordings`.execute(db);
}
