import { sql, type Kysely } from 'kysely';

/** An edition stays on the net when somebody takes words back, says which columns it has, and who is writing it. */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const column of ['columns', 'claimed_by', 'checked_at', 'changed_at']) {
		await db.schema.alterTable('data_editions').addColumn(column, 'text').execute();
	}
	await db.schema
		.alterTable('data_editions')
		.addColumn('beat', 'integer', (c) => c.notNull().defaultTo(0))
		.execute();
	// Rows that were taken out since.
	await db.schema
		.alterTable('data_files')
		.addColumn('removed', 'integer', (c) => c.notNull().defaultTo(0))
		.execute();
	// When something was last taken back is asked for every file: without these it reads every row.
	for (const [table, columns] of [
		['proposals', ['withdrawn_at', 'hidden_at', 'redacted_at', 'withheld_at']],
		['comments', ['withdrawn_at', 'hidden_at', 'redacted_at']],
		['amendments', ['withdrawn_at', 'hidden_at', 'redacted_at']]
	] as const) {
		for (const column of columns) {
			const [name, on, of] = [sql.id(`${table}_${column}`), sql.id(table), sql.id(column)];
			await sql`create index ${name} on ${on} (${of}) where ${of} is not null`.execute(db);
		}
	}
}
