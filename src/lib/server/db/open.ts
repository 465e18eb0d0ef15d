import { Kysely } from 'kysely';
import type { Config } from '../config.ts';
import { NamesOfRows } from './names.ts';
import { postgresDialect } from './postgres.ts';
import { openSqlite } from './sqlite.ts';
import type { Tables } from './tables.ts';

export type Db = Kysely<Tables>;

export interface Connections {
	kind: 'sqlite' | 'postgres';
	/** The path of SQLite's file, for SQLite and for whoever asks about the disk; never to be opened by us. */
	file: string | null;
	/** For pages. On SQLite a read-only connection of its own: readers never wait for a writer. */
	reader: Db;
	/** For `together` only. On PostgreSQL the same pool as `reader`. */
	writer: Db;
	close(): Promise<void>;
}

export function openDatabase(config: Config['database']): Connections {
	const plugins = [new NamesOfRows()];
	if (config.kind === 'postgres') {
		const db = new Kysely<Tables>({ dialect: postgresDialect(config.url, config.pool), plugins });
		return { kind: 'postgres', file: null, reader: db, writer: db, close: () => db.destroy() };
	}
	// The writer first: it makes the file and turns on WAL, without which a read-only connection cannot open.
	const writing = openSqlite(config.file, 'write');
	const reading = openSqlite(config.file, 'read');
	return {
		kind: 'sqlite',
		file: config.file,
		reader: new Kysely<Tables>({ dialect: reading.dialect, plugins }),
		writer: new Kysely<Tables>({ dialect: writing.dialect, plugins }),
		close: async () => {
			reading.close();
			writing.close();
		}
	};
}
