import Database from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { openSqlite } from './sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'teilhabe-sqlite-'));
afterAll(() => rmSync(folder, { recursive: true }));

function open(name: string) {
	const { dialect, close } = openSqlite(join(folder, name), 'write');
	return { db: new Kysely<{ things: { id: number; more?: string } }>({ dialect }), close };
}

describe('statements that are kept', () => {
	it('are prepared once for the same text', async () => {
		const { db, close } = open('once');
		await sql`create table things (id integer primary key)`.execute(db);
		const prepare = vi.spyOn(Database.prototype, 'prepare');
		for (let i = 0; i < 20; i++) await db.selectFrom('things').selectAll().where('id', '=', i).execute();
		expect(prepare).toHaveBeenCalledTimes(1);
		prepare.mockRestore();
		close();
	});

	it('notice that a table has changed', async () => {
		const { db, close } = open('changed');
		await sql`create table things (id integer primary key)`.execute(db);
		await db.insertInto('things').values({ id: 1 }).execute();
		expect(await db.selectFrom('things').selectAll().execute()).toEqual([{ id: 1 }]);
		await sql`alter table things add column more text default 'x'`.execute(db);
		expect(await db.selectFrom('things').selectAll().execute()).toEqual([{ id: 1, more: 'x' }]);
		close();
	});

	it('work as well when there are more different ones than are kept', async () => {
		const { db, close } = open('many');
		await sql`create table things (id integer primary key)`.execute(db);
		for (let i = 1; i <= 600; i++) await sql`insert into things values (${sql.lit(i)})`.execute(db);
		for (const i of [1, 300, 600]) {
			expect((await sql`select id from things where id = ${sql.lit(i)}`.execute(db)).rows).toEqual([{ id: i }]);
		}
		close();
	});
});

describe('the file', () => {
	it('survives a power cut after an answer, and keeps references whole', async () => {
		const { db, close } = open('settings');
		const setting = async (name: string) =>
			(await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(db)).rows[0];
		expect(await setting('journal_mode')).toEqual({ journal_mode: 'wal' });
		expect(await setting('synchronous')).toEqual({ synchronous: 2 });
		expect(await setting('foreign_keys')).toEqual({ foreign_keys: 1 });
		close();
	});
});
