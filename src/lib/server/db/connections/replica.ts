import type { PostgresDialect, PostgresPoolClient } from 'kysely';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { revision } from '../../revision.ts';
import { namedClient } from '../../performance/namedStatements.ts';
import { postgresDialect, postgresPool } from './postgres.ts';

/** Milliseconds. Whoever waits longer is answered by the primary server. */
const LONGEST_QUERY = 2_000;
const LONGEST_CONNECT = 1_000;
/** It was asked so long ago that nobody knows how far behind it is by now; it is asked every second. */
const FORGOTTEN = 3_000;
/** While it catches up, it is asked again after so long. */
const PAUSE = 10;

/**
 * A hot standby for pages of whoever is not signed in. It answers only while it is known to have everything that the
 * page cache's revision stands for: the primary's place in its log, asked after that revision was seen, was replayed
 * there. In all other cases, and for each query it fails at, the primary answers; nobody notices more than a pause.
 */
export class Replica {
	readonly #primary: pg.Pool;
	readonly #pool: pg.Pool;
	/** The revision it is known to have, and when that was asked. */
	#has: { revision: number; at: number } | null = null;
	#following: Promise<void> | null = null;
	#closed = false;

	constructor(primary: pg.Pool, url: string, size: number) {
		this.#primary = primary;
		this.#pool = postgresPool(url, size, {
			connectionTimeoutMillis: LONGEST_CONNECT,
			query_timeout: LONGEST_QUERY,
			// A page never writes; what else it should be is asked in `follow`.
			options: '-c default_transaction_read_only=on'
		});
	}

	/** Whether it answers what is asked now. */
	get isFresh(): boolean {
		return this.#has?.revision === revision() && performance.now() - this.#has.at < FORGOTTEN;
	}

	dialect(): PostgresDialect {
		return postgresDialect(
			this.#primary,
			() => this.#connect(),
			async () => undefined
		);
	}

	/** Asks how far it is and waits until it is there; call it whenever something was published, and every second. */
	async follow(): Promise<void> {
		if (this.#closed) return;
		this.#following ??= this.#catchUp()
			.catch(() => this.#drop())
			.finally(() => (this.#following = null));
		await this.#following;
	}

	async close(): Promise<void> {
		this.#closed = true;
		await this.#following;
		await this.#pool.end();
	}

	#drop(): void {
		this.#has = null;
	}

	async #catchUp(): Promise<void> {
		const until = performance.now() + FORGOTTEN;
		for (let wanted = await this.#newest(); performance.now() < until && !this.#closed;) {
			if (wanted.revision !== revision()) wanted = await this.#newest();
			const asked = performance.now();
			// A standby that was promoted goes its own way and must not be read any more.
			const { rows } = await this.#pool.query<{ there: boolean | null }>(
				'select pg_is_in_recovery() and pg_last_wal_replay_lsn() >= $1::pg_lsn as there',
				[wanted.place]
			);
			if (rows[0]?.there && wanted.revision === revision()) {
				this.#has = { revision: wanted.revision, at: asked };
				return;
			}
			await sleep(PAUSE, undefined, { ref: false });
		}
	}

	/** The revision first: every commit it knows stands before the place that is asked after it. */
	async #newest(): Promise<{ revision: number; place: string }> {
		const seen = revision();
		const { rows } = await this.#primary.query<{ place: string }>('select pg_current_wal_insert_lsn()::text as place');
		return { revision: seen, place: rows[0]?.place ?? 'FFFFFFFF/FFFFFFFF' };
	}

	async #connect(): Promise<PostgresPoolClient> {
		if (!this.isFresh) return namedClient(this.#primary);
		try {
			return this.#guarded(await namedClient(this.#pool));
		} catch {
			this.#drop();
			return namedClient(this.#primary);
		}
	}

	/** Reading only, a statement at a time: whatever it fails at, the primary is asked the same. */
	#guarded(client: PostgresPoolClient): PostgresPoolClient {
		let broken = false;
		const ask = async (text: string, values: unknown[]) => {
			try {
				return await client.query(text, values);
			} catch {
				broken = true;
				this.#drop();
			}
			const primary = await namedClient(this.#primary);
			try {
				return await primary.query(text, values);
			} finally {
				primary.release();
			}
		};
		const guarded: PostgresPoolClient = Object.create(client, {
			query: { value: ask },
			release: { value: () => Reflect.apply(client.release, client, [broken]) }
		});
		return guarded;
	}
}
