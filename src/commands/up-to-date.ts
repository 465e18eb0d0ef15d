import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '#lib/server/config.ts';
import { migrate } from '#lib/server/db/migrate.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { troubleOf } from '#lib/server/db/trouble.ts';

/** Machines start in any order: a database that is not there yet is waited for, though not for ever. */
const PATIENCE = 15_000;

/** There is such a host, and it will answer: unlike a name nobody knows, this passes. */
function mayCome(error: unknown): boolean {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	return troubleOf(error) === 'away' && !/^(ENOTFOUND|EAI_AGAIN|25006)$/.test(code);
}

/** Waits for the database and runs every migration that has not run yet. */
export async function bringUpToDate(config: Config, tell: (sentence: string) => void): Promise<void> {
	const until = performance.now() + PATIENCE;
	for (let tries = 1; ; tries++) {
		const database = openDatabase(config.database);
		try {
			await migrate(database, 'migrations', tell);
			return;
		} catch (error) {
			if (!mayCome(error) || performance.now() > until) throw error;
			if (tries === 1) tell('the database does not answer yet: waiting');
		} finally {
			await database.close();
		}
		await sleep(500);
	}
}
