import { sql, type RawBuilder } from 'kysely';
import { dialectOf } from './connections/dialect.ts';
import type { Db } from './connections/open.ts';

/** Tables of folded texts: FTS5 with trigrams on SQLite, trigram indexes on PostgreSQL. `rowid` is the order of the list. */
export type TextTable = 'proposal_texts' | 'comment_texts' | 'staff_texts';

/** Where the parts of words must all be. `mentions`: somewhere, but not all of them in the title. */
export type Where = 'anywhere' | 'title' | 'mentions';

/**
 * A place in the table. SQLite gets every number as a floating one; with such a one its index neither begins at a place nor
 * compares with it: asked for one row, it gave all that fit.
 */
export const rowId = (number: number): RawBuilder<number> => sql<number>`cast(${number} as integer)`;

/**
 * The row's number, for joining a table of texts with what it is about. SQLite begins with the texts that were found:
 * without the `+` it may walk through all rows of the other table and ask the index about each, a millisecond a row.
 */
export function rowToJoin(db: Db, table: TextTable): RawBuilder<number> {
	const row = sql.id(table, 'rowid');
	return dialectOf(db) === 'postgres' ? sql<number>`${row}` : sql<number>`+${row}`;
}

/**
 * Condition on a table of texts that stands in the query under its own name. `parts` are folded and at least three signs
 * long. On SQLite it is a question to the index alone, which knows where signs stand: comparing with `like` would read
 * every text that may fit, and took seconds where many did.
 */
export function containing(db: Db, table: TextTable, parts: readonly string[], where: Where): RawBuilder<boolean> {
	return dialectOf(db) === 'postgres' ? onPostgres(table, parts, where) : onSqlite(table, parts, where);
}

function onSqlite(table: TextTable, parts: readonly string[], where: Where) {
	// Folded parts consist of letters and digits: nothing can end the quotation.
	const all = parts.map((part) => `"${part}"`).join(' AND ');
	const asked = {
		anywhere: `folded : (${all})`,
		title: `title : (${all})`,
		mentions: `(folded : (${all})) NOT (title : (${all}))`
	};
	return sql<boolean>`${sql.id(table)} match ${asked[where]}`;
}

function onPostgres(table: TextTable, parts: readonly string[], where: Where) {
	const all = (column: string) =>
		sql.join(
			parts.map((part) => sql`${sql.id(table, column)} like ${`%${part}%`}`),
			sql` and `
		);
	if (where === 'title') return sql<boolean>`(${all('title')})`;
	if (where === 'anywhere') return sql<boolean>`(${all('folded')})`;
	return sql<boolean>`((${all('folded')}) and not (${all('title')}))`;
}

/**
 * Condition on a table whose texts carry marks of three signs in the column `kind`: of each list one. Marks stand in the
 * index like words, so that a rare one narrows the search instead of being asked of every text that was found.
 */
export function marked(db: Db, table: 'staff_texts', lists: readonly (readonly string[])[]): RawBuilder<boolean> {
	if (dialectOf(db) === 'postgres') {
		const one = (marks: readonly string[]) =>
			sql`(${sql.join(
				marks.map((mark) => sql`${sql.id(table, 'kind')} like ${`%${mark}%`}`),
				sql` or `
			)})`;
		return sql<boolean>`(${sql.join(lists.map(one), sql` and `)})`;
	}
	const asked = lists.map((marks) => `kind : (${marks.map((mark) => `"${mark}"`).join(' OR ')})`).join(' AND ');
	return sql<boolean>`${sql.id(table)} match ${asked}`;
}

/** Counting further helps nobody, and takes long where nearly everything fits. */
export const COUNTED_MAX = 1_000;

/**
 * Condition on other tables (`column` holds the texts' `rowid`) in whose texts all parts occur: a list of numbers where
 * they are few, else one pass through the index. Asking the index about each row took minutes where few rows fit.
 */
export async function occurring(
	db: Db,
	table: TextTable,
	column: string,
	parts: readonly string[]
): Promise<RawBuilder<boolean>> {
	const found = containing(db, table, parts, 'anywhere');
	const { rows } = await sql<{ rowid: number }>`select rowid from ${sql.id(table)} where ${found}
		order by rowid desc limit ${COUNTED_MAX + 1}`.execute(db);
	if (rows.length === 0) return sql<boolean>`1 = 0`;
	const numbers = rows.map(({ rowid }) => rowid);
	if (numbers.length <= COUNTED_MAX) return sql<boolean>`${sql.ref(column)} in (${sql.join(numbers)})`;
	return sql<boolean>`${sql.ref(column)} in (select rowid from ${sql.id(table)} where ${found})`;
}
