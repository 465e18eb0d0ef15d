import { sql, type Kysely } from 'kysely';

/**
 * The number of what an entry is about, as people know it, beside the facts it stands in: whoever looks for what was
 * done to number 12 finds it by an index instead of reading every entry.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('journal').addColumn('number', 'integer').execute();
	const postgres = Boolean(db.getExecutor().adapter.supportsTransactionalDdl);
	const said = postgres ? sql`(details::json ->> 'number')` : sql`json_extract(details, '$.number')`;
	// Numbers have stood there as text as well. No number of ours is longer.
	const isNumber = postgres
		? sql`${said} ~ '^[0-9]{1,9}$'`
		: sql`${said} not glob '*[^0-9]*' and length(${said}) between 1 and 9`;
	await sql`update journal set number = cast(${said} as integer) where details like '%"number":%' and ${isNumber}`.execute(
		db
	);
	await sql`create index journal_number on journal (number, id) where number is not null`.execute(db);
}
