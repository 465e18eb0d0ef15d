import type { PostgresPoolClient } from 'kysely';
import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import { sha256 } from '../../sha256.ts';

const LONGEST = 4_000;
const names = new LRUCache<string, string>({
	max: 2_000,
	memoMethod: (text) => sha256(text, 'base64url').slice(0, 32)
});

/** The same connection, each of whose queries has a name: PostgreSQL plans a named one once, an unnamed one, as Kysely sends it, every time. */
function named(client: pg.PoolClient): PostgresPoolClient {
	const wrapped: PostgresPoolClient = Object.create(client, {
		query: {
			value: (text: string, values: unknown[]) =>
				text.length > LONGEST || !/^(select|insert|update|delete|with)/.test(text)
					? client.query(text, values)
					: client.query({ name: names.memo(text), text, values })
		},
		release: { value: (discard?: boolean) => client.release(discard) }
	});
	return wrapped;
}

const wrappers = new WeakMap<pg.PoolClient, PostgresPoolClient>();

/** A connection of the pool that names its statements. */
export async function namedClient(pool: pg.Pool): Promise<PostgresPoolClient> {
	const client = await pool.connect();
	const wrapper = wrappers.get(client) ?? named(client);
	wrappers.set(client, wrapper);
	return wrapper;
}
