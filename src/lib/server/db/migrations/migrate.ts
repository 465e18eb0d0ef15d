import {
	sql,
	type Kysely,
	type KyselyPlugin,
	type PluginTransformQueryArgs,
	type PluginTransformResultArgs
} from 'kysely';
import { FileMigrationProvider, type Migration } from 'kysely/migration';
import { promises as fs, readdirSync } from 'node:fs';
import path from 'node:path';
import { BadConfig } from '../../config.ts';
import { copyDatabase } from './copy.ts';
import { undoInterrupted, type Bookkeeping } from './interrupted.ts';
import type { Connections, Db } from '../connections/open.ts';
import { isBusy } from '../connections/sqlite.ts';
import { MINUTE } from '../../../time.ts';

type Books = Kysely<Bookkeeping>;

/** Kysely's migrator takes the same, so that an older version starting at this moment waits, too. */
const LOCK = '3853314791062309107';
/** Another process may be in the middle of a migration that rewrites a large table. */
const PATIENCE = 30 * MINUTE;

/** A migration that did not work. Nothing of it is in the database. */
class MigrationFailed extends Error {
	override readonly name = 'MigrationFailed';
}

function booksOf(db: Db): Books {
	return db.withoutPlugins().withTables<Bookkeeping>();
}

/** All migrations this program knows, in their order. */
export function migrationNames(folder: string): string[] {
	const files = readdirSync(path.resolve(folder)).filter((file) => /^[^.].*\.(ts|js|mjs)$/.test(file));
	return files.map((file) => file.replace(/\.\w+$/, '')).sort();
}

/** Those that have run, in their order. */
export const executedMigrations = (db: Db) => executed(booksOf(db));

async function executed(books: Books): Promise<string[]> {
	const tables = await books.introspection.getTables({ withInternalKyselyTables: true });
	if (!tables.some(({ name }) => name === 'kysely_migration')) return [];
	return (await books.selectFrom('kysely_migration').select('name').orderBy('name').execute()).map(({ name }) => name);
}

/** The names of migrations that have not run yet. Only reads. Throws `BadConfig` for the database of a newer version. */
export async function pending(db: Db, folder: string): Promise<string[]> {
	const known = migrationNames(folder);
	const done = await executed(booksOf(db));
	const newer = done.find((name) => !known.includes(name));
	if (newer !== undefined) {
		throw new BadConfig(
			`The database in DATABASE_URL belongs to a newer version of this program (it knows ${newer}). Start that version, or put back a copy from before it.`
		);
	}
	return known.filter((name) => !done.includes(name));
}

const whereIs = ({ file }: Connections) => (file ? `file:${path.resolve(file)}` : 'the database in DATABASE_URL');

async function migrationsIn(folder: string): Promise<Record<string, Migration>> {
	return new FileMigrationProvider({ fs, path, migrationFolder: path.resolve(folder) }).getMigrations();
}

/**
 * Runs every migration that has not run yet; returns their names. Each is one transaction together with its row in the
 * books: killed at any moment, it has happened or it has not. Before the first one a filled SQLite database is copied.
 * Several processes may do it at once. `until`: the last one that is run. Throws `MigrationFailed` at the first that does not work.
 */
export async function migrate(
	connections: Connections,
	folder: string,
	tell: (sentence: string) => void = () => undefined,
	until?: string
): Promise<string[]> {
	const missing = (await pending(connections.writer, folder)).filter((name) => until === undefined || name <= until);
	if (missing.length === 0) return [];
	const filled = missing.length < migrationNames(folder).length;
	if (!filled) tell(`nothing is there yet, a new installation begins: ${whereIs(connections)}`);
	const copy = filled && connections.file ? await copyDatabase(connections, connections.file, tell) : null;
	const migrations = await migrationsIn(folder);
	const done: string[] = [];
	while (done.at(-1) !== until || until === undefined) {
		const isFirst = done.length === 0;
		const name = await patiently(() => step(connections, folder, { migrations, copy, isFirst }));
		if (name === null) return done;
		tell(`migrated: ${name}`);
		done.push(name);
	}
	return done;
}

/** SQLite has one writer: whoever comes second waits until the first is done, then finds nothing left to do. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
	const until = performance.now() + PATIENCE;
	for (;;) {
		try {
			return await work();
		} catch (error) {
			if (!isBusy(error) || performance.now() > until) throw error;
		}
	}
}

/** The next migration and its row in the books, or null when there is none left. */
async function step(
	{ kind, writer }: Connections,
	folder: string,
	{ migrations, copy, isFirst }: { migrations: Record<string, Migration>; copy: string | null; isFirst: boolean }
): Promise<string | null> {
	return booksOf(writer)
		.transaction()
		.execute(async (db) => {
			if (kind === 'postgres') await sql`select pg_advisory_xact_lock(${sql.lit(BigInt(LOCK))})`.execute(db);
			await sql`create table if not exists kysely_migration
				(name varchar(255) not null primary key, timestamp varchar(255) not null)`.execute(db);
			const done = await executed(db);
			const name = migrationNames(folder).find((one) => !done.includes(one));
			if (name === undefined) return null;
			const last = new LastStatement();
			try {
				// What comes after it begins where a whole migration has ended.
				if (kind === 'sqlite' && isFirst) await undoInterrupted(db, migrations, done, name);
				await migrations[name]?.up(db.withPlugin(last));
			} catch (error) {
				throw failed(name, error, { statement: last.text(db), copy });
			}
			await db.insertInto('kysely_migration').values({ name, timestamp: new Date().toISOString() }).execute();
			return name;
		});
}

/** SQLite says that a constraint failed, and not which. */
class LastStatement implements KyselyPlugin {
	#asked: PluginTransformQueryArgs | undefined;

	transformQuery(asked: PluginTransformQueryArgs) {
		this.#asked = asked;
		return asked.node;
	}

	async transformResult({ result }: PluginTransformResultArgs) {
		return result;
	}

	/** Without its values, on one line; as long as a message may be. */
	text(db: Books): string {
		if (!this.#asked) return 'nothing';
		const { sql: text } = db.getExecutor().compileQuery(this.#asked.node, this.#asked.queryId);
		return text.replace(/\s+/g, ' ').slice(0, 200);
	}
}

function failed(name: string, error: unknown, at: { statement: string; copy: string | null }): MigrationFailed {
	const why = error instanceof Error ? error.message : String(error);
	const kept = at.copy === null ? '' : ` A copy from before is in ${at.copy}.`;
	const told = `The migration ${name} did not work and has changed nothing: ${why}, at "${at.statement}".${kept}`;
	return new MigrationFailed(told, { cause: error });
}
