import { sql, type Compilable, type CompiledQuery, type RawBuilder } from 'kysely';
import { dialectOf, type Dialect } from '../db/connections/dialect.ts';
import type { Db } from '../db/connections/open.ts';

/** Where a value will stand. */
class Placeholder {
	readonly name: string;
	constructor(name: string) {
		this.name = name;
	}
}

/** In place of the value with this name. */
export type Value<P> = <K extends keyof P & string>(name: K) => RawBuilder<P[K]>;

/**
 * A query that is asked at every request or vote: it becomes text once for each kind of database, and then only its values
 * change. It is written like any other, with `value('name')` where a value belongs.
 */
export function preparedQuery<P extends object, R>(
	make: (db: Db, value: Value<P>) => Compilable<R>
): (db: Db, values: P) => Promise<R[]> {
	const known = new Map<Dialect, CompiledQuery<R>>();
	return async (db, values) => {
		const dialect = dialectOf(db);
		const query = known.get(dialect) ?? make(db, (name) => sql`${new Placeholder(name)}`).compile();
		known.set(dialect, query);
		const given = new Map<string, unknown>(Object.entries(values));
		const parameters = query.parameters.map((one) => (one instanceof Placeholder ? given.get(one.name) : one));
		return (await db.executeQuery<R>({ ...query, parameters })).rows;
	};
}
