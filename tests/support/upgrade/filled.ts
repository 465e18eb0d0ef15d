import { sql, type Kysely } from 'kysely';
import { promises as fs, readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { z } from 'zod';
import { FileMigrationProvider } from 'kysely/migration';
import path from 'node:path';
import type { Bookkeeping } from '#lib/server/db/migrations/interrupted.ts';
import type { Connections } from '#lib/server/db/connections/open.ts';
import type { Tables } from '#lib/server/db/tables.ts';

/**
 * The demonstration as released versions kept it, every table filled: what an upgrade has to get through. One file for
 * each released state of the schema, named after its last migration; `makeSnapshot.ts` writes it.
 */
export const RELEASED = ['0090', '20261129T0050'] as const;

/** What the filled databases were made with. */
export const FILLED_SECRET = 'the secret of the filled database ';

const Row = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
const Filled = z.object({ level: z.string(), tables: z.record(z.string(), z.array(Row)) });

function read(level: string) {
	const packed = readFileSync(path.join('tests', 'data', `filled-${level}.json.br`));
	return Filled.parse(JSON.parse(brotliDecompressSync(packed).toString()));
}

/** An empty database as the version whose last migration is `level` left it. */
async function build(db: Kysely<Tables & Bookkeeping>, level: string): Promise<void> {
	const known = await new FileMigrationProvider({
		fs,
		path,
		migrationFolder: path.resolve('migrations')
	}).getMigrations();
	await sql`create table kysely_migration (name varchar(255) not null primary key, timestamp varchar(255) not null)`.execute(
		db
	);
	for (const name of Object.keys(known).sort()) {
		if (name > level) break;
		await known[name]?.up(db);
		await db.insertInto('kysely_migration').values({ name, timestamp: new Date().toISOString() }).execute();
	}
}

const AT_ONCE = 100;

async function insert(
	db: Kysely<Tables & Bookkeeping>,
	table: string,
	rows: readonly z.infer<typeof Row>[]
): Promise<void> {
	const [first] = rows;
	if (!first) return;
	const columns = sql.join(Object.keys(first).map((name) => sql.ref(name)));
	for (let at = 0; at < rows.length; at += AT_ONCE) {
		const tuples = rows.slice(at, at + AT_ONCE).map((row) => sql`(${sql.join(Object.values(row))})`);
		await sql`insert into ${sql.table(table)} (${columns}) values ${sql.join(tuples)}`.execute(db);
	}
}

/** What triggers count is in the rows already. Returns how they are made again. */
async function takeTriggers(db: Kysely<Tables & Bookkeeping>): Promise<string[]> {
	const { rows } = await sql<{ name: string; made: string }>`select name, sql as made from sqlite_master
		where type = 'trigger'`.execute(db);
	for (const { name } of rows) await sql`drop trigger ${sql.ref(name)}`.execute(db);
	return rows.map(({ made }) => made);
}

/** Fills an empty database with what stood in one of this version; returns how many rows stand in each table. */
export async function fillAs(connections: Connections, level: string): Promise<Map<string, number>> {
	const filled = read(level);
	const db = connections.writer.withoutPlugins().withTables<Bookkeeping>();
	if (connections.kind === 'sqlite') await sql`pragma foreign_keys = off`.execute(db);
	await db.transaction().execute(async (inner) => {
		await build(inner, filled.level);
		if (connections.kind === 'postgres') await sql`set local session_replication_role = replica`.execute(inner);
		const triggers = connections.kind === 'sqlite' ? await takeTriggers(inner) : [];
		for (const [table, rows] of Object.entries(filled.tables)) await insert(inner, table, rows);
		for (const made of triggers) await sql.raw(made).execute(inner);
	});
	if (connections.kind === 'sqlite') await sql`pragma foreign_keys = on`.execute(db);
	return new Map(Object.entries(filled.tables).map(([table, rows]) => [table, rows.length]));
}

/** How many rows stand in these tables now; a table that is gone has none. */
export async function countRows(connections: Connections, tables: Iterable<string>): Promise<Map<string, number>> {
	const db = connections.writer.withoutPlugins().withTables<Bookkeeping>();
	const there = new Set((await db.introspection.getTables()).map(({ name }) => name));
	const counts = new Map<string, number>();
	for (const table of tables) {
		if (!there.has(table)) continue;
		const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db);
		counts.set(table, Number(rows[0]?.n));
	}
	return counts;
}
