import { sql, type Kysely } from 'kysely';

/** As many rows at once. */
const PAGE = 500;

function fold(text: string): string {
	return text
		.normalize('NFKC')
		.replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
		.toLowerCase()
		.replaceAll('ä', 'ae')
		.replaceAll('ö', 'oe')
		.replaceAll('ü', 'ue')
		.replaceAll('ß', 'ss')
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

/**
 * The index of texts stands in the order in which lists are read: by number, so that the newest hits are found without
 * looking at all of them. Titles are a column of their own: what names a thing counts more than what mentions it.
 * Comments get an index, too, and the words of all texts a list from which misspelt ones are guessed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	const postgres = db.getExecutor().adapter.supportsTransactionalDdl;
	await (postgres ? postgresTables(db) : sqliteTables(db));
	await refill(db);
	await db.schema.alterTable('comments').addColumn('search_row', 'integer').execute();
	await db.schema.alterTable('comments').addColumn('searched_at', 'text').execute();
	await sql`create index comments_search_due on comments (published_at)
		where searched_at is null and published_at is not null`.execute(db);
	await db.schema
		.createTable('search_words')
		.addColumn('word', 'text', (c) => c.primaryKey())
		.addColumn('shown', 'text', (c) => c.notNull())
		.addColumn('size', 'integer', (c) => c.notNull())
		.addColumn('count', 'integer', (c) => c.notNull())
		.execute();
	await db.schema.createIndex('search_words_size').on('search_words').columns(['size', 'count']).execute();
	for (const table of ['proposals', 'comments', 'amendments']) {
		await sql`create index ${sql.id(`${table}_speaking_for`)} on ${sql.id(table)} (organisation_id)
			where organisation_id is not null`.execute(db);
	}
}

async function postgresTables(db: Kysely<unknown>): Promise<void> {
	await sql`alter table proposal_texts rename to former_texts`.execute(db);
	await sql`alter index proposal_texts_trigrams rename to former_texts_trigrams`.execute(db);
	for (const [table, id] of [
		['proposal_texts', 'proposal_id'],
		['comment_texts', 'comment_id']
	] as const) {
		await sql`create table ${sql.id(table)} (rowid integer primary key, ${sql.id(id)} text not null unique,
			title text not null, folded text not null)`.execute(db);
		for (const column of ['title', 'folded']) {
			await sql`create index ${sql.id(`${table}_${column}_trigrams`)} on ${sql.id(table)}
				using gin (${sql.id(column)} gin_trgm_ops)`.execute(db);
		}
	}
}

async function sqliteTables(db: Kysely<unknown>): Promise<void> {
	await sql`create table former_texts as select proposal_id, folded from proposal_texts`.execute(db);
	await sql`drop table proposal_texts`.execute(db);
	for (const [table, id] of [
		['proposal_texts', 'proposal_id'],
		['comment_texts', 'comment_id']
	] as const) {
		await sql`create virtual table ${sql.id(table)} using fts5(
			${sql.id(id)} unindexed, title, folded, tokenize = 'trigram'
		)`.execute(db);
		// What is deleted is taken out at once.
		await sql`insert into ${sql.id(table)} (${sql.id(table)}, rank) values ('secure-delete', 1)`.execute(db);
	}
}

interface Former {
	number: number;
	id: string;
	title: string;
	folded: string;
}

async function refill(db: Kysely<unknown>): Promise<void> {
	await sql`create index former_texts_of on former_texts (proposal_id)`.execute(db);
	for (let after = 0; ;) {
		const { rows } = await sql<Former>`select p.number, p.id, p.title, t.folded from proposals p
			join former_texts t on t.proposal_id = p.id
			where p.number > ${after} order by p.number limit ${PAGE}`.execute(db);
		const last = rows.at(-1);
		if (!last) break;
		for (const { number, id, title, folded } of rows) {
			await sql`insert into proposal_texts (rowid, proposal_id, title, folded)
				values (${number}, ${id}, ${fold(title)}, ${folded})`.execute(db);
		}
		after = last.number;
	}
	await sql`drop table former_texts`.execute(db);
}
