import { sql } from 'kysely';
import { setTimeout as sleep } from 'node:timers/promises';
import type { House } from '../house.ts';

/**
 * What a database still holds of rows that were changed or deleted: in its log, in free pages, in the room between rows.
 * `sweep` is for every night; `thoroughly`, when ballots were sealed, writes whole tables anew.
 */
export async function sweepUp(house: House, how: 'sweep' | 'thoroughly'): Promise<void> {
	if (house.kind === 'sqlite') await sweepSqlite(house, how);
	else await sweepPostgres(house, how);
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
async function sweepSqlite(house: House, how: 'sweep' | 'thoroughly'): Promise<void> {
	const vacuumed = how === 'sweep' || (await patiently(() => sql`vacuum`.execute(house.writer).then(() => true)));
	const truncated = await patiently(async () => {
		const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(TRUNCATE)`.execute(house.writer);
		return rows[0]?.busy === 0;
	});
	if (!vacuumed || !truncated) throw new Error('the database was too busy to sweep up what was deleted');
}

/** Tables with words of people, and what is made of them. */
const TEXTS = [
	'proposals',
	'proposal_texts',
	'comments',
	'comment_texts',
	'search_words',
	'amendments',
	'segments',
	'summaries',
	'originals',
	'understandings',
	'tickets'
];

/** How often rows were changed or deleted when the table was last written anew. */
const changedBefore = new Map<string, number>();

/** VACUUM FULL writes a table into a new file and deletes the old one. Whoever reads or votes waits for so long. */
async function sweepPostgres(house: House, how: 'sweep' | 'thoroughly'): Promise<void> {
	const names = [...TEXTS, ...(how === 'thoroughly' ? ['ballots', 'tallies'] : [])];
	const { rows } = await sql<{ name: string; changes: number }>`select relname as name,
		n_tup_upd + n_tup_del as changes from pg_stat_user_tables
		where schemaname = current_schema() and relname = any(${names}::text[])`.execute(house.writer);
	for (const { name, changes } of rows) {
		const ballots = name === 'ballots' || name === 'tallies';
		if (!ballots && (changes === 0 || changedBefore.get(name) === changes)) continue;
		await renew(house, name);
		changedBefore.set(name, changes);
	}
	if (how === 'sweep') await sql`vacuum ballots, tallies`.execute(house.writer);
	await letGoOfLog(house);
}

async function renew(house: House, name: string): Promise<void> {
	await house.writer.connection().execute(async (db) => {
		// Nobody queues behind somebody who waits for a long reader: then it fails, and the chore comes again.
		await sql`set lock_timeout = '3s'`.execute(db);
		await sql`vacuum (full, analyze) ${sql.table(name)}`.execute(db).finally(() => sql`reset lock_timeout`.execute(db));
	});
}

/** Only a role with these rights may; others leave it to the server, which does it some minutes later. */
async function letGoOfLog(house: House): Promise<void> {
	for (const command of [sql`select pg_switch_wal()`, sql`checkpoint`]) {
		await command.execute(house.writer).catch((error: unknown) => {
			house.log.info({ err: error }, 'this role may not let go of the write-ahead log: PostgreSQL does it later');
		});
	}
}
