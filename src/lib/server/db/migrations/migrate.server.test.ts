import { readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { promises as fs } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { countRows, fillAs, RELEASED } from '../../../../../tests/support/upgrade/filled.ts';
import { emptyDatabase, type EmptyDatabase } from '../../../../../tests/support/empty.ts';
import { migrateByCommand, using } from '../../../../../tests/support/upgrade/migrating.ts';
import { BadConfig } from '../../config.ts';
import { pending } from './migrate.ts';

const isPostgres = Boolean(process.env.TEST_DATABASE_URL);

describe('an upgrade', { timeout: 120_000 }, () => {
	it.each(RELEASED)('of a filled database of version %s loses no row', async (level) => {
		const database = await emptyDatabase();
		const rows = await using(database, (connections) => fillAs(connections, level));
		await migrateByCommand(database);
		await using(database, async (connections) => {
			expect(await pending(connections.reader, 'migrations')).toEqual([]);
			const after = await countRows(connections, rows.keys());
			// Sessions and the like may go; what people have said and decided may not.
			for (const table of ['proposals', 'comments', 'persons', 'journal', 'answers', 'wordings', 'cards', 'tallies']) {
				// Each organisation has become a participant of its own.
				const more = table === 'persons' && level <= '0090' ? (rows.get('organisations') ?? 0) : 0;
				expect([table, after.get(table)]).toEqual([table, (rows.get(table) ?? 0) + more]);
			}
			const entries = await connections.reader.selectFrom('journal').select(['details', 'number']).execute();
			const numbers = entries.map(({ details }) => Number(/"number":"?(\d+)/.exec(details)?.[1] ?? 0));
			expect(entries.map(({ number }) => number ?? 0)).toEqual(numbers);
			expect(Math.max(...numbers)).toBeGreaterThan(0);
		});
		await database.drop();
	});

	it.each([300, 500, 800])('killed after %i ms is finished by the next start', async (milliseconds) => {
		for (const level of [null, ...RELEASED]) {
			const database = await emptyDatabase();
			if (level) await using(database, (connections) => fillAs(connections, level));
			await migrateByCommand(database, milliseconds);
			expect(await migrateByCommand(database)).toMatchObject({ code: 0 });
			await using(database, async (connections) => {
				expect(await pending(connections.reader, 'migrations')).toEqual([]);
			});
			await database.drop();
		}
	});

	it('that meets a word nobody knows changes nothing, says where, and goes on once that is mended', async () => {
		const database = await emptyDatabase();
		const write = (role: string) =>
			using(database, ({ writer }) =>
				writer.updateTable('roles').where('role', 'in', ['editor', 'king']).set({ role }).execute()
			);
		await using(database, (connections) => fillAs(connections, '20261129T0050'));
		await write('king');
		const { code, said } = await migrateByCommand(database);
		expect(code).toBe(1);
		expect(said).toMatch(/words_of_closed_lists did not work and has changed nothing: .*"roles_role_word"/);
		await write('editor');
		expect(await migrateByCommand(database)).toMatchObject({ code: 0 });
		await database.drop();
	});

	it('is done once by three processes that start at the same moment', async () => {
		const database = await emptyDatabase();
		const ended = await Promise.all([
			migrateByCommand(database),
			migrateByCommand(database),
			migrateByCommand(database)
		]);
		expect(ended.map(({ code }) => code)).toEqual([0, 0, 0]);
		await using(database, async (connections) => {
			expect(await pending(connections.reader, 'migrations')).toEqual([]);
		});
		await database.drop();
	});

	it('is refused with a sentence by a version that is too old', async () => {
		const database = await emptyDatabase();
		await migrateByCommand(database);
		await using(database, async ({ writer }) => {
			await sql`insert into kysely_migration values ('99991231T2359_from_later', '2027-01-01')`.execute(writer);
			await expect(pending(writer, 'migrations')).rejects.toThrow(BadConfig);
		});
		const { code, said } = await migrateByCommand(database);
		expect([code, said.trim().split('\n').length]).toEqual([1, 1]);
		expect(said).toContain('belongs to a newer version');
		await database.drop();
	});
});

describe.skipIf(isPostgres)('a file', { timeout: 60_000 }, () => {
	async function filledFile(): Promise<EmptyDatabase & { file: string }> {
		const database = await emptyDatabase();
		if (database.config.kind !== 'sqlite') throw new Error('no file');
		await using(database, (connections) => fillAs(connections, '0090'));
		return { ...database, file: database.config.file };
	}
	const copies = (file: string) => readdirSync(join(file, '..')).filter((name) => name.includes('.before-'));

	it('is copied before it is migrated; the copy is whole, named, and nobody else’s', async () => {
		const { file, ...database } = await filledFile();
		const { said } = await migrateByCommand(database);
		const [copy] = copies(file);
		if (!copy) throw new Error('no copy');
		expect(said).toContain(copy);
		expect(statSync(join(file, '..', copy)).mode & 0o777).toBe(0o600);
		const opened = new Database(join(file, '..', copy), { readonly: true });
		expect(opened.pragma('integrity_check', { simple: true })).toBe('ok');
		expect(opened.prepare('select max(name) from kysely_migration').pluck().get()).toBe('0090_residences');
		expect(opened.prepare('select count(*) from ballots').pluck().get()).toBe(3236);
		opened.close();
		await database.drop();
	});

	it('of nothing is not copied, and two copies are the most', async () => {
		const { file, ...database } = await filledFile();
		for (const name of ['a', 'b', 'c']) writeFileSync(`${file}.before-${name}`, '');
		await migrateByCommand(database);
		expect(copies(file)).toHaveLength(2);
		const empty = await emptyDatabase();
		const { said } = await migrateByCommand(empty);
		expect(said).not.toContain('copying');
		await Promise.all([database.drop(), empty.drop()]);
	});

	it.each<[string, (file: string) => void, string]>([
		['that is no database', (file) => writeFileSync(file, 'Liebe Grüße\n'.repeat(500)), 'is not an SQLite database'],
		['that was cut off', (file) => truncateSync(file, 40_000), 'is damaged'],
		['of another program', (file) => makeForeign(file), 'is the database of another program']
	])('%s is refused in one sentence and stays as it was', async (_, spoil, sentence) => {
		const { file, ...database } = await filledFile();
		for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
		spoil(file);
		const before = await fs.readFile(file);
		const { code, said } = await migrateByCommand(database);
		expect([code, said.trim().split('\n').length]).toEqual([1, 1]);
		expect(said).toContain(sentence);
		expect((await fs.readFile(file)).equals(before)).toBe(true);
		await database.drop();
	});
});

function makeForeign(file: string): void {
	rmSync(file);
	const foreign = new Database(file);
	foreign.exec('create table bookmarks (id integer primary key, url text)');
	foreign.close();
}
