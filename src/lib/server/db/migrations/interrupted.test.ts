import Database from 'better-sqlite3';
import { Kysely, sql, SqliteDialect, type SqliteDatabase } from 'kysely';
import { FileMigrationProvider, type Migration } from 'kysely/migration';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptyDatabase } from '../../../../../tests/support/empty.ts';
import { migrateByCommand, using } from '../../../../../tests/support/upgrade/migrating.ts';
import { undoInterrupted } from './interrupted.ts';
import type { Bookkeeping } from './interrupted.ts';

/** Stops after so many statements that change something, as a kill of an earlier version did. */
function stoppingAfter(database: Database.Database, most: number): SqliteDatabase {
	let left = most;
	return {
		prepare(text) {
			if (!/^(select|pragma)/i.test(text) && left-- <= 0) throw new Error('killed');
			return database.prepare<unknown[]>(text);
		},
		close: () => undefined
	};
}

interface Column {
	name: string;
	type: string;
}

/** Everything about a schema that code can notice, in an order of its own. */
function schemaOf(database: Database.Database): Record<string, unknown> {
	const names = database
		.prepare<[], { name: string; type: string }>(
			"select name, type from sqlite_master where name not like 'sqlite_%' and name not like 'kysely_%' order by name"
		)
		.all();
	const columns = (name: string) =>
		database
			.prepare<[string], Column>('select name, type, "notnull", dflt_value, pk from pragma_table_info(?) order by name')
			.all(name);
	return Object.fromEntries(
		names.map(({ name, type }) => [`${type} ${name}`, type === 'table' ? columns(name) : null])
	);
}

describe('what a killed upgrade of an earlier version has left behind', () => {
	let migrations: Record<string, Migration>;
	beforeAll(async () => {
		migrations = await new FileMigrationProvider({
			fs,
			path,
			migrationFolder: path.resolve('migrations')
		}).getMigrations();
	});
	const released = () =>
		Object.keys(migrations)
			.filter((name) => name < '0091')
			.sort();

	/** Runs `next` without a transaction up to a statement; false: it has no more than that. */
	async function killAt(database: Database.Database, next: string, statement: number): Promise<boolean> {
		const db = new Kysely<Bookkeeping>({
			dialect: new SqliteDialect({ database: stoppingAfter(database, statement) })
		});
		return (
			(await migrations[next]?.up(db).then(
				() => false,
				() => true
			)) ?? false
		);
	}

	it('is taken back, whichever statement of whichever migration was the last', { timeout: 120_000 }, async () => {
		const base = new Database(':memory:');
		base.exec('create table kysely_migration (name text primary key, timestamp text not null)');
		const whole = on(base);
		const done: string[] = [];
		let tried = 0;
		for (const next of released()) {
			const before = base.serialize();
			await migrations[next]?.up(whole);
			const wanted = schemaOf(base);
			for (let statement = 1, more = true; more; statement++) {
				const killed = new Database(before);
				more = await killAt(killed, next, statement);
				await on(killed)
					.transaction()
					.execute(async (db) => {
						await undoInterrupted(db, migrations, done, next);
						await migrations[next]?.up(db);
					});
				expect([next, statement, schemaOf(killed)]).toEqual([next, statement, wanted]);
				killed.close();
				tried++;
			}
			done.push(next);
		}
		expect(tried).toBeGreaterThan(150);
	});

	it('is found by the next start, and what was moved into a new table is moved again', async () => {
		const database = await emptyDatabase();
		if (database.config.kind !== 'sqlite') throw new Error('no file');
		await using(database, async ({ writer }) => {
			const db = writer.withoutPlugins().withTables<Bookkeeping>();
			await db.schema
				.createTable('kysely_migration')
				.addColumn('name', 'text')
				.addColumn('timestamp', 'text')
				.execute();
			for (const name of released().filter((one) => one < '0060')) {
				await migrations[name]?.up(db);
				await db.insertInto('kysely_migration').values({ name, timestamp: '2027' }).execute();
			}
			await sql`pragma foreign_keys = off`.execute(db);
			await sql`insert into phases (id, consultation_id, kind, begins_at, ends_at)
				values ('p', 'c', 'draft', '2027', '2028')`.execute(db);
			await sql`insert into ballot_boxes values (1, 'point', 'wording', 'p')`.execute(db);
		});
		const file = new Database(database.config.file);
		expect(await killAt(file, '0060_ballot_keys', 2)).toBe(true);
		file.close();
		expect(await migrateByCommand(database)).toMatchObject({ code: 0 });
		await using(database, async ({ reader }) => {
			const { rows } = await sql`select phase_id, fingerprint from ballot_keys`.execute(reader.withoutPlugins());
			expect(rows).toEqual([{ phase_id: 'p', fingerprint: 'lasting' }]);
		});
		await database.drop();
	});
});

const on = (database: Database.Database) =>
	new Kysely<Bookkeeping>({ dialect: new SqliteDialect({ database: database }) });
