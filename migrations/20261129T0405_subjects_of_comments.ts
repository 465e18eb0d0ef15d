import { sql, type Kysely } from 'kysely';

const SUBJECTS = { point_id: 'points', wording_id: 'wordings', amendment_id: 'amendments' };

/**
 * A comment is about a point, its wording or an amendment that is there: the references that were missing since points
 * and amendments came after comments. PostgreSQL adds them to the table. SQLite cannot: it would have to write the table,
 * its twelve indexes and the counts kept by triggers anew while nobody works, for a rule that two triggers keep as well.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	const postgres = Boolean(db.getExecutor().adapter.supportsTransactionalDdl);
	for (const [column, parent] of Object.entries(SUBJECTS)) await (postgres ? refer : watch)(db, column, parent);
	// Whoever deletes a wording asks which comments name it; the other two have an index already.
	await sql`create index comments_wording on comments (wording_id) where wording_id is not null`.execute(db);
}

async function refer(db: Kysely<unknown>, column: string, parent: string): Promise<void> {
	await sql`alter table comments add constraint ${sql.ref(`comments_${column}_fkey`)}
		foreign key (${sql.ref(column)}) references ${sql.table(parent)} (id)`.execute(db);
}

async function watch(db: Kysely<unknown>, column: string, parent: string): Promise<void> {
	const [subject, table] = [sql.ref(column), sql.table(parent)];
	const lost = sql`select raise(abort, 'FOREIGN KEY constraint failed')`;
	const unknown = sql`new.${subject} is not null and not exists (select 1 from ${table} where id = new.${subject})`;
	await sql`create trigger ${sql.ref(`comments_${column}_insert`)} before insert on comments
		when ${unknown} begin ${lost}; end`.execute(db);
	await sql`create trigger ${sql.ref(`comments_${column}_update`)} before update of ${subject} on comments
		when ${unknown} begin ${lost}; end`.execute(db);
	await sql`create trigger ${sql.ref(`${parent}_comments_delete`)} before delete on ${table}
		when exists (select 1 from comments where ${subject} = old.id) begin ${lost}; end`.execute(db);
}
