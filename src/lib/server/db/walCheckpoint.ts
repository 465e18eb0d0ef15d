import { sql } from 'kysely';
import type { App } from '../app.ts';

/**
 * A chore: SQLite's write-ahead log has to be copied into the file from time to time. Done in the worker, no vote waits
 * for it. PASSIVE blocks nobody.
 */
export async function walCheckpoint(app: App): Promise<void> {
	if (app.kind === 'sqlite') await sql`pragma wal_checkpoint(PASSIVE)`.execute(app.writer);
}
