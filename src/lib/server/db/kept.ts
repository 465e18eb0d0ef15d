import { sql, type Compilable, type CompiledQuery, type RawBuilder } from 'kysely';
import type { Db } from './open.ts';

/** Where a value will stand. */
class Gap {
	readonly name: string;
	constructor(name: string) {
		this.name = name;
	}
}

/** In place of the value with this name. */
export type Value<P> = <K extends keyof P & string>(name: K) => RawBuilder<P[K]>;

/**
 * A query that is asked at every request or vote: it becomes text once, and then only its values change. It is written
 * like any other, with `value('name')` where a value belongs. Building it anew took longer than answering it.
 */
export function kept<P extends object, R>(
	make: (db: Db, value: Value<P>) => Compilable<R>
): (db: Db, values: P) => Promise<R[]> {
	// Each database has an adapter of its own, its transactions share it.
	const known = new WeakMap<object, CompiledQuery<R>>();
	return async (db, values) => {
		const { adapter } = db.getExecutor();
		const query = known.get(adapter) ?? make(db, (name) => sql`${new Gap(name)}`).compile();
		known.set(adapter, query);
		const given = new Map<string, unknown>(Object.entries(values));
		const parameters = query.parameters.map((one) => (one instanceof Gap ? given.get(one.name) : one));
		return (await db.executeQuery<R>({ ...query, parameters })).rows;
	};
}
