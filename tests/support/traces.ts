import { existsSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import type { TestApp } from './machine/testApp.ts';

/** What a database remembers besides its rows, as somebody reads it who has its files, but no key. */

/**
 * Everything in the files in which rows may lie or have lain: log, tables, indexes, free pages, room between rows.
 * `since`: as `withoutOldLog` gave it; what others did on the server before is not read.
 */
export async function rawBytes({ app }: TestApp, since: string): Promise<Buffer> {
	const { database } = app.config;
	if (database.kind === 'sqlite') {
		const files = [`${database.file}-wal`, database.file].filter((file) => existsSync(file));
		return Buffer.concat(files.map((file) => readFileSync(file)));
	}
	const { rows } = await sql<{ bytes: Buffer }>`
		select pg_read_binary_file('pg_wal/' || name) as bytes
			from (select name from pg_ls_waldir() where name >= ${since} and name !~ '[.]' order by name) w
		union all
		select pg_read_binary_file(pg_relation_filepath(c.oid)) from pg_class c
			where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'i') and pg_relation_size(c.oid) > 0`.execute(
		app.writer
	);
	return Buffer.concat(rows.map(({ bytes }) => bytes));
}

/** The texts in the order in which they first (or last) stand in the bytes; those that do not stand there are left out. */
export function orderIn(bytes: Buffer, texts: readonly string[], which: 'first' | 'last'): string[] {
	const at = (text: string) => (which === 'first' ? bytes.indexOf(text) : bytes.lastIndexOf(text));
	return texts
		.map((text) => ({ text, place: at(text) }))
		.filter(({ place }) => place >= 0)
		.sort((a, b) => a.place - b.place)
		.map(({ text }) => text);
}

/** Rows in the order in which they were written, as far as the database tells: transaction and place, or the row's number. */
export async function writtenOrder({ app }: TestApp, table: 'ballots' | 'persons', column: string): Promise<string[]> {
	const order = app.kind === 'postgres' ? sql`xmin::text::bigint, ctid` : table === 'ballots' ? sql`voter` : sql`rowid`;
	const { rows } = await sql<{ value: string }>`select ${sql.ref(column)} as value from ${sql.table(table)}
		order by ${order}`.execute(app.reader);
	return rows.map(({ value }) => value);
}

/** How many stand at the same place in both orders: whoever takes them for the same is right so often. */
export function linked(truth: ReadonlyMap<string, string>, persons: readonly string[], ballots: readonly string[]) {
	return persons.filter((person, place) => truth.get(person) === ballots[place]).length;
}

/** Old log files are deleted and not kept for later, as the handbook tells operators. Returns where the log stands. */
export async function withoutOldLog({ app }: TestApp): Promise<string> {
	if (app.kind === 'sqlite') return '';
	await sql`alter system set wal_recycle = off`.execute(app.writer);
	await sql`select pg_reload_conf()`.execute(app.writer);
	await sql`select pg_switch_wal()`.execute(app.writer);
	const { rows } = await sql<{ name: string }>`select pg_walfile_name(pg_current_wal_lsn()) as name`.execute(
		app.writer
	);
	return rows[0]?.name ?? '';
}
