import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { t } from '#lib/texts/texts.ts';
import { declaredSchema } from '../../../../tests/schema/declared.ts';
import { foundSchema } from '../../../../tests/schema/found.ts';
import type { Schema } from '../../../../tests/schema/schema.ts';
import { NO_WORDS, UNSEARCHED } from '../../../../tests/schema/unsearched.ts';
import { LISTS, OPEN } from '../../../../tests/schema/words.ts';
import { makeTestApp, type TestApp } from '../../../../tests/support/machine/testApp.ts';
import { SEARCHED } from './searchedTexts.ts';

const declared = declaredSchema(readFileSync('src/lib/server/db/tables.ts', 'utf8'));
const schemaOf = ({ app }: TestApp) => foundSchema(app, declared);

const tableOf = (name: string) => name.split('.')[0] ?? '';
const columnOf = (name: string) => name.split('.')[1] ?? '';

const searched = new Set(
	SEARCHED.flatMap(({ table, keys, columns }) => [...keys, ...columns].map((column) => `${table}.${column}`))
);
const isUnsearched = (name: string) => name in UNSEARCHED || tableOf(name) in UNSEARCHED;
const isListed = (name: string) => name in LISTS || (name in OPEN && !isUnsearched(name));

/** Columns of text of which nobody has said whether words in them have to be found. */
const unsaid = (schema: Schema) =>
	[...schema]
		.filter(([name, { family }]) => family === 'text' && !NO_WORDS.test(columnOf(name)))
		.map(([name]) => name)
		.filter((name) => !searched.has(name) && !isUnsearched(name) && !isListed(name));

describe('words that have to go by law', () => {
	it('are looked for in every column of text, or it is said why not', async () => {
		expect(unsaid(await schemaOf(await makeTestApp()))).toEqual([]);
	});

	it.each([
		["alter table places add column motto text not null default ''", 'places.motto'],
		['alter table meetings add column contact text', 'meetings.contact'],
		['create table greetings (id text primary key, body text not null, said_at text not null)', 'greetings.body']
	])('in a column nobody has thought of are found missing: %s', async (change, name) => {
		const testApp = await makeTestApp();
		await sql.raw(change).execute(testApp.app.writer);
		expect(unsaid(await schemaOf(testApp))).toEqual([name]);
	});

	it('are looked for only where there is such a column, and nothing is said twice', async () => {
		const schema = await schemaOf(await makeTestApp());
		const tables = new Set([...schema.keys()].map(tableOf));
		expect([...searched].filter((name) => !schema.has(name))).toEqual([]);
		expect(Object.keys(UNSEARCHED).filter((name) => !schema.has(name) && !tables.has(name))).toEqual([]);
		const columns = SEARCHED.flatMap((one) => one.columns.map((column) => `${one.table}.${column}`));
		expect(columns.filter(isUnsearched)).toEqual([]);
		for (const { columns, json = [], saysSame = [] } of SEARCHED)
			for (const column of [...json, ...saysSame]) expect(columns).toContain(column);
	});

	it('are counted for whoever decides under names that people know', () => {
		const names: Readonly<Record<string, string>> = t.corrections.workshop.tables;
		expect(SEARCHED.filter(({ table }) => !names[table]).map(({ table }) => table)).toEqual([]);
		expect(Object.keys(names).filter((name) => !SEARCHED.some(({ table }) => table === name))).toEqual([]);
	});

	it('are taken out of one row at a time: what names a row is unique', async () => {
		const testApp = await makeTestApp();
		for (const { table, keys } of SEARCHED) {
			const unique = await uniqueOf(testApp, table);
			expect([table, unique.some((columns) => columns.every((column) => keys.includes(column)))]).toEqual([
				table,
				true
			]);
		}
	});
});

/** The sets of columns by which there is only one row. */
async function uniqueOf({ app }: TestApp, table: string): Promise<string[][]> {
	const db = app.reader.withoutPlugins();
	const { rows } =
		app.kind === 'sqlite'
			? await sql<{
					columns: string;
				}>`select group_concat(name) as columns from pragma_table_info(${table}) where pk > 0
				union all select (select group_concat(i.name) from pragma_index_info(l.name) i)
				from pragma_index_list(${table}) l where l."unique" = 1`.execute(db)
			: await sql<{ columns: string }>`select string_agg(a.attname, ',') as columns from pg_index x
				join pg_attribute a on a.attrelid = x.indrelid and a.attnum = any(x.indkey)
				where x.indisunique and x.indrelid = ${table}::regclass group by x.indexrelid`.execute(db);
	return rows.map(({ columns }) => columns.split(','));
}
