import type Database from 'better-sqlite3';
import type { SqliteDatabase } from 'kysely';
import { LRUCache } from 'lru-cache';

const MOST_STATEMENTS = 500;
/** Only what is short enough to come again: long lists of ids would push everything out. */
const LONGEST = 8_000;

/** SQLite for Kysely, with the statements that were asked for last already prepared: preparing costs more than most of our queries do. */
export function withStatementCache(database: Database.Database): SqliteDatabase {
	const prepare = (text: string) => database.prepare<unknown[]>(text);
	const kept = new LRUCache<string, Database.Statement<unknown[]>>({ max: MOST_STATEMENTS, memoMethod: prepare });
	return {
		prepare: (text) => (text.length < LONGEST ? kept.memo(text) : prepare(text)),
		close: () => {
			database.close();
		}
	};
}
