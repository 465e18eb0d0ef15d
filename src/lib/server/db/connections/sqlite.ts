import Database from 'better-sqlite3';
import { CompiledQuery, SqliteDialect, SqliteDriver, type DatabaseConnection, type SqliteDatabase } from 'kysely';
import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { BadConfig } from '../../config.ts';
import { SqliteNames } from '../../performance/columnNames.ts';
import { withStatementCache } from '../../performance/statementCache.ts';

const PATIENCE = 10_000;

export function isBusy(error: unknown): boolean {
	return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}

/**
 * Takes the write lock at once: a transaction that reads first and writes later could not wait for it. While somebody
 * else holds it (the worker, an import), it waits without stopping the thread and every reader with it.
 */
class ImmediateDriver extends SqliteDriver {
	override async beginTransaction(connection: DatabaseConnection): Promise<void> {
		const patientUntil = performance.now() + PATIENCE;
		for (;;) {
			try {
				await connection.executeQuery(CompiledQuery.raw('begin immediate'));
				return;
			} catch (error) {
				if (!isBusy(error) || performance.now() > patientUntil) throw error;
			}
			await new Promise((done) => setTimeout(done, 2 + Math.random() * 8));
		}
	}

	/** A full disk makes SQLite take the transaction back by itself: that must not hide why. */
	override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
		await super.rollbackTransaction(connection).catch((error: unknown) => {
			if (!(error instanceof Error && error.message.includes('no transaction is active'))) throw error;
		});
	}
}

class ImmediateDialect extends SqliteDialect {
	readonly #database: SqliteDatabase;
	constructor(database: SqliteDatabase) {
		super({ database });
		this.#database = database;
	}
	override createDriver(): SqliteDriver {
		return new ImmediateDriver({ database: this.#database });
	}
	override createQueryCompiler(): SqliteNames {
		return new SqliteNames();
	}
}

function prepareToWrite(database: Database.Database): void {
	database.pragma('journal_mode = WAL');
	// What is deleted is overwritten: withdrawn words and former ballots do not stay in the file.
	database.pragma('secure_delete = ON');
	// `ImmediateDriver` waits; SQLite itself would do so by stopping the thread.
	database.pragma('busy_timeout = 0');
	// The worker folds the log in every second; this is for when it cannot keep up: about 16 MB of log. The two together
	// gave 1.4 times the commits of the default (4 MB, always on the thread that writes).
	database.pragma('wal_autocheckpoint = 4000');
}

/** Before the first write, which would turn the file of another program into one that it may not know any more. */
function expectOurs(database: Database.Database, file: string): void {
	const names = database.prepare("select name from sqlite_master where type = 'table'").pluck().all();
	const tables = names.filter((name) => !String(name).startsWith('sqlite_'));
	if (tables.length === 0 || tables.includes('kysely_migration')) return;
	throw new BadConfig(`The file ${file} is the database of another program. Choose another one with DATABASE_URL.`);
}

/**
 * Nobody but SQLite may open this file: closing any other descriptor of it drops every lock that this process holds on
 * it (POSIX), and the next program from outside takes itself for the only one and deletes the log of a running server.
 */
function openFile(file: string, mode: 'read' | 'write'): Database.Database {
	const isNew = mode === 'write' && !existsSync(file);
	if (isNew) mkdirSync(dirname(file), { recursive: true });
	const database = new Database(file, { readonly: mode === 'read', timeout: PATIENCE });
	try {
		// While it is empty; its log and its index take the same rights. What people wrote is nobody else's here.
		if (isNew) chmodSync(file, 0o600);
		expectOurs(database, file);
	} catch (error) {
		database.close();
		throw error;
	}
	return database;
}

/** Of each connection. Chores read through a table once and come back to nothing, so the worker's thread keeps little. */
const CACHE_KIB = isMainThread ? 32_000 : 8_000;

/**
 * WAL lets readers go on while one writes; FULL means an acknowledged write survives a power cut.
 * The reading connection is really read-only, so a write outside `transaction` fails in the first test.
 */
export function openSqlite(file: string, mode: 'read' | 'write'): { dialect: SqliteDialect; close: () => void } {
	const database = openFile(file, mode);
	if (mode === 'write') prepareToWrite(database);
	database.pragma('synchronous = FULL');
	database.pragma('foreign_keys = ON');
	database.pragma(`cache_size = -${CACHE_KIB}`);
	database.pragma('temp_store = MEMORY');
	// Kysely closes only what it has used, and an open connection keeps the WAL from being folded in.
	return { dialect: new ImmediateDialect(withStatementCache(database)), close: () => database.close() };
}
