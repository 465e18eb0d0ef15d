import { sql } from 'kysely';
import type { Db } from './open.ts';

export type Dialect = 'sqlite' | 'postgres';

/** Of databases and of transactions, each of which is an object of its own. */
const known = new WeakMap<Db, Dialect>();

/** Which SQL this database, or this transaction, speaks: it shows in how a value is written into a query. */
export function dialectOf(db: Db): Dialect {
	const before = known.get(db);
	if (before) return before;
	const dialect = sql`${0}`.compile(db).sql === '?' ? 'sqlite' : 'postgres';
	known.set(db, dialect);
	return dialect;
}
