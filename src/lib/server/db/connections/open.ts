import { Kysely, type LogEvent } from 'kysely';
import type { Config } from '../../config.ts';
import { instruments } from '../../metrics/instruments.ts';
import { RowNames } from '../../performance/columnNames.ts';
import { postgresDialect, postgresPool, watchPool } from './postgres.ts';
import { Replica } from './replica.ts';
import { openSqlite } from './sqlite.ts';
import type { Tables } from '../tables.ts';

export type Db = Kysely<Tables>;

export interface Connections {
	kind: 'sqlite' | 'postgres';
	/** The path of SQLite's file, for SQLite and for whoever asks about the disk; never to be opened by us. */
	file: string | null;
	/** For pages. On SQLite a read-only connection of its own: readers never wait for a writer. */
	reader: Db;
	/** For pages of whoever is not signed in: the replica, while there is one that is as new as the page cache; else `reader`. */
	publicReader: Db;
	/** null: there is none. */
	replica: Replica | null;
	/** For `transaction` only. On PostgreSQL the same pool as `reader`. */
	writer: Db;
	close(): Promise<void>;
}

/** Kysely looks at the clock for each query only when somebody wants to know. */
function timing(connection: 'reader' | 'writer' | 'pool' | 'replica') {
	const seconds = instruments()?.querySeconds;
	if (!seconds) return {};
	const labels = { connection };
	return { log: ({ queryDurationMillis }: LogEvent) => seconds.observe(labels, queryDurationMillis / 1000) };
}

export function openDatabase(config: Config['database']): Connections {
	const plugins = [new RowNames()];
	if (config.kind === 'postgres') {
		const pool = postgresPool(config.url, config.pool);
		watchPool(pool);
		const db = new Kysely<Tables>({ dialect: postgresDialect(pool), plugins, ...timing('pool') });
		const replica = config.replica === undefined ? null : new Replica(pool, config.replica, config.pool);
		const publicReader = replica
			? new Kysely<Tables>({ dialect: replica.dialect(), plugins, ...timing('replica') })
			: db;
		const close = async () => {
			if (replica) await Promise.all([publicReader.destroy(), replica.close()]);
			await db.destroy();
		};
		return { kind: 'postgres', file: null, reader: db, publicReader, replica, writer: db, close };
	}
	// The writer first: it makes the file and turns on WAL, without which a read-only connection cannot open.
	const writing = openSqlite(config.file, 'write');
	const reading = openSqlite(config.file, 'read');
	const reader = new Kysely<Tables>({ dialect: reading.dialect, plugins, ...timing('reader') });
	return {
		kind: 'sqlite',
		file: config.file,
		reader,
		publicReader: reader,
		replica: null,
		writer: new Kysely<Tables>({ dialect: writing.dialect, plugins, ...timing('writer') }),
		close: async () => {
			reading.close();
			writing.close();
		}
	};
}
