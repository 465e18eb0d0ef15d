import { sql, type Kysely } from 'kysely';

const KINDS = ['correction', 'removal', 'restoration', 'withdrawal'];
const THINGS = ['version', 'call', 'report'];

/** SQLite builds no list for `or`, as it does for `in`; see the migration of words. */
const known = (column: string, words: readonly string[]) =>
	sql`check (${sql.join(
		words.map((word) => sql`${sql.ref(column)} = ${sql.lit(word)}`),
		sql` or `
	)})`;

async function wordOf(db: Kysely<unknown>, table: string, column: string, words: readonly string[]): Promise<void> {
	await sql`alter table ${sql.table(table)} add constraint ${sql.ref(`${table}_${column}_word`)}
		${known(column, words)}`.execute(db);
}

/**
 * What was published is corrected, blackened or withdrawn by addenda, each frozen with a digest. The first text stays as
 * it was sealed; beside it stands the text as it is now.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('addenda')
		.addColumn('number', 'integer', (c) => c.primaryKey())
		.addColumn('consultation_id', 'text', (c) => c.notNull().references('consultations.id'))
		.addColumn('kind', 'text', (c) => c.notNull())
		.addColumn('frozen', 'text', (c) => c.notNull())
		.addColumn('digest', 'text', (c) => c.notNull())
		.addColumn('published_at', 'text', (c) => c.notNull())
		.addColumn('published_by', 'text', (c) => c.references('persons.id'))
		.execute();
	await wordOf(db, 'addenda', 'kind', KINDS);
	await db.schema
		.createTable('addendum_drafts')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('consultation_id', 'text', (c) => c.notNull().references('consultations.id'))
		.addColumn('kind', 'text', (c) => c.notNull())
		.addColumn('target_kind', 'text', (c) => c.notNull())
		.addColumn('target_number', 'integer', (c) => c.notNull())
		.addColumn('facts', 'text', (c) => c.notNull())
		.addColumn('reason', 'text', (c) => c.notNull())
		.addColumn('created_at', 'text', (c) => c.notNull())
		.addColumn('created_by', 'text', (c) => c.references('persons.id'))
		.execute();
	await wordOf(db, 'addendum_drafts', 'kind', KINDS);
	await wordOf(db, 'addendum_drafts', 'target_kind', THINGS);
	await db.schema
		.createTable('sealed_words')
		.addColumn('addendum', 'integer', (c) => c.primaryKey().references('addenda.number'))
		.addColumn('body', 'text', (c) => c.notNull())
		.addColumn('until', 'text', (c) => c.notNull())
		.execute();
	await textsAsTheyAreNow(db);
	await sql`alter table approvals drop constraint approvals_kind_word`.execute(db);
	await wordOf(db, 'approvals', 'kind', ['version', 'call', 'report', 'phase', 'closure', 'addendum']);
}

async function textsAsTheyAreNow(db: Kysely<unknown>): Promise<void> {
	for (const table of ['versions', 'reports']) {
		await db.schema.alterTable(table).addColumn('text_now', 'text').execute();
		await db.schema.alterTable(table).addColumn('digest_now', 'text').execute();
	}
	for (const table of ['calls', 'reports']) {
		await db.schema.alterTable(table).addColumn('withdrawn_at', 'text').execute();
		await db.schema
			.alterTable(table)
			.addColumn('successor_id', 'text', (c) => c.references(`${table}.id`))
			.execute();
	}
}
