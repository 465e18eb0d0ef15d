import { sql } from 'kysely';
import type { House } from '../house.ts';

/**
 * A chore: SQLite's write-ahead log has to be copied into the file from time to time. Done in the worker, no vote waits
 * for it. PASSIVE blocks nobody.
 */
export async function foldIn(house: House): Promise<void> {
	if (house.kind === 'sqlite') await sql`pragma wal_checkpoint(PASSIVE)`.execute(house.writer);
}
