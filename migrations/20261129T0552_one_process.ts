import { sql, type Kysely } from 'kysely';

/**
 * One installation carries one process: the database takes no second one. Where there are several already, the first is
 * the process; the others stay as they are, to be read.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.alterTable('consultations')
		.addColumn('sole', 'integer', (c) => c.defaultTo(1))
		.execute();
	await sql`update consultations set sole = null
		where id <> (select id from consultations order by position, id limit 1)`.execute(db);
	await db.schema.createIndex('consultations_sole').on('consultations').column('sole').unique().execute();
}
