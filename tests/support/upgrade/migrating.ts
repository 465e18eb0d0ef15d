import { openDatabase } from '#lib/server/db/connections/open.ts';
import { command, type Ended } from '../machine/command.ts';
import type { EmptyDatabase } from '../empty.ts';

export async function using<T>(
	database: EmptyDatabase,
	work: (connections: ReturnType<typeof openDatabase>) => Promise<T>
) {
	const connections = openDatabase(database.config);
	return work(connections).finally(() => connections.close());
}

/** `npm run migrate`; killed after so many milliseconds, if it has not ended before. */
export const migrateByCommand = (database: EmptyDatabase, killedAfter?: number): Promise<Ended> =>
	command('migrate', [], { DATABASE_URL: database.url }, killedAfter);
