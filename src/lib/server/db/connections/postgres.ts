import { PostgresDialect } from 'kysely';
import pg from 'pg';
import { instruments } from '../../metrics/instruments.ts';
import { PostgresNames } from '../../performance/columnNames.ts';
import { namedClient } from '../../performance/namedStatements.ts';

// count(*) and sums arrive as bigint; ours stay far below 2^53.
pg.types.setTypeParser(20, Number);

/** For a connection, new or of the pool. Longer than any crowd needs; shorter than a visitor waits. */
const LONGEST_WAIT = 10_000;
/** `more`: what else the connections are told. */
export function postgresPool(url: string, size: number, more: pg.PoolConfig = {}): pg.Pool {
	const pool = new pg.Pool({
		connectionString: url,
		max: size,
		keepAlive: true,
		keepAliveInitialDelayMillis: 10_000,
		connectionTimeoutMillis: LONGEST_WAIT,
		...more
	});
	// A connection that breaks is replaced at the next query, and whoever is using it gets an error of their own.
	// Without a listener it would end the process: the pool's hears those that are idle, the other all that are in use.
	pool.on('error', () => undefined);
	pool.on('connect', (client) => client.on('error', () => undefined));
	return pool;
}

class NamedDialect extends PostgresDialect {
	override createQueryCompiler(): PostgresNames {
		return new PostgresNames();
	}
}

/** The numbers stand in the pool anyway: they are read when the metrics are. */
export function watchPool(pool: pg.Pool): void {
	const gauge = instruments()?.poolConnections;
	if (!gauge) return;
	const note = () => {
		gauge.set({ state: 'waiting' }, pool.waitingCount);
		gauge.set({ state: 'open' }, pool.totalCount);
		gauge.set({ state: 'idle' }, pool.idleCount);
	};
	for (const event of ['connect', 'acquire', 'release', 'remove'] as const) pool.on(event, note);
}

export function postgresDialect(pool: pg.Pool, connect = () => namedClient(pool), end = () => pool.end()) {
	return new NamedDialect({ pool: { options: pool.options, end, connect } });
}
