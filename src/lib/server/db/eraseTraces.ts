import { sql } from 'kysely';
import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '../app.ts';

/**
 * What a database still holds of rows that were changed or deleted: in its log, in free pages, in the room between rows.
 * `sweep` is for every night; `thoroughly`, when ballots were sealed, writes whole tables anew.
 */
export async function eraseTraces(app: App, how: 'sweep' | 'thoroughly'): Promise<void> {
	if (app.kind === 'sqlite') await sweepSqlite(app, how);
	else await sweepPostgres(app, how);
}

const TRIES = 40;
const PAUSE = 250;

function isBusy(error: unknown): boolean {
	return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}

/** Others write and read meanwhile: it is tried until they leave a gap. Returns whether they did. */
async function patiently(attempt: () => Promise<boolean>): Promise<boolean> {
	for (let tries = 0; tries < TRIES; tries++) {
		try {
			if (await attempt()) return true;
		} catch (error) {
			if (!isBusy(error)) throw error;
		}
		await sleep(PAUSE * Math.random());
	}
	return false;
}

/** Deleted rows are overwritten (`secure_delete`); VACUUM takes what was only moved; the log is cut to nothing. */
async function sweepSqlite(app: App, how: 'sweep' | 'thoroughly'): Promise<void> {
	const vacuumed = how === 'sweep' || (await patiently(() => sql`vacuum`.execute(app.writer).then(() => true)));
	const truncated = await patiently(async () => {
		const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(TRUNCATE)`.execute(app.writer);
		return rows[0]?.busy === 0;
	});
	if (!vacuumed || !truncated) throw new Error('the database was too busy to sweep up what was deleted');
}

/**
 * Not every night: what is published and only grows, and what serves requests all day and says nothing about anybody.
 * Whatever is named in no list is written anew in the night after something in it has changed: a table that is new is
 * among them by itself.
 */
export const THOROUGHLY_ONLY = [
	...[
		'omission_notes',
		'versions',
		'wordings',
		'version_points',
		'measures',
		'drops',
		'sources',
		'change_notes',
		'answers'
	],
	...['promise_updates', 'calls', 'call_items', 'reports', 'report_drafts', 'addenda', 'addendum_drafts'],
	...['sealed_words', 'data_parts', 'prints', 'journal']
] as const;
/** Numbers that are given out, and how often somebody tried something: under keys that nobody can turn back. */
export const NEVER = ['counters', 'limits'] as const;
/** They are swept in their own way, see `rewriteBallots`. */
const BALLOTS = ['ballots', 'tallies'] as const;

/** How often rows were changed or deleted when the table was last written anew. */
const changedBefore = new Map<string, number>();

/** VACUUM FULL writes a table into a new file and deletes the old one. Whoever reads or votes waits for so long. */
async function sweepPostgres(app: App, how: 'sweep' | 'thoroughly'): Promise<void> {
	const left: string[] = [...NEVER, ...(how === 'sweep' ? [...BALLOTS, ...THOROUGHLY_ONLY] : [])];
	const { rows } = await sql<{ name: string; changes: number }>`select relname as name,
		n_tup_upd + n_tup_del as changes from pg_stat_user_tables
		where schemaname = current_schema() and relname <> all(${left}::text[]) order by relname`.execute(app.writer);
	for (const { name, changes } of rows) {
		const ballots = BALLOTS.some((one) => one === name);
		if (!ballots && (changes === 0 || changedBefore.get(name) === changes)) continue;
		await renew(app, name);
		changedBefore.set(name, changes);
	}
	if (how === 'sweep') await sql`vacuum ballots, tallies`.execute(app.writer);
	await recycleLog(app);
}

async function renew(app: App, name: string): Promise<void> {
	await app.writer.connection().execute(async (db) => {
		// Nobody queues behind somebody who waits for a long reader: then it fails, and the chore comes again.
		await sql`set lock_timeout = '3s'`.execute(db);
		await sql`vacuum (full, analyze) ${sql.table(name)}`.execute(db).finally(() => sql`reset lock_timeout`.execute(db));
	});
}

/** Only a role with these rights may; others leave it to the server, which does it some minutes later. */
async function recycleLog(app: App): Promise<void> {
	for (const command of [sql`select pg_switch_wal()`, sql`checkpoint`]) {
		await command.execute(app.writer).catch((error: unknown) => {
			app.log.info({ err: error }, 'this role may not let go of the write-ahead log: PostgreSQL does it later');
		});
	}
}
