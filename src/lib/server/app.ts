import type { Logger } from 'pino';
import type { Limits } from './auth/limits.ts';
import type { Config } from './config.ts';
import type { DatabaseError } from './db/databaseErrors.ts';
import type { Connections, Db } from './db/connections/open.ts';
import type { Keyring } from './keyring.ts';
import type { Keys } from './secret.ts';

/** Everything that lives as long as the process: opened once by the web server, the worker, a command or a test. */
export interface App extends Connections {
	keys: Keys;
	/** One key for the ballots of each phase, until the phase ends. */
	ballotKeys: Keyring;
	config: Config;
	/** Where the secret lies unless it is configured, and whether this process has just made it. */
	secretFile: { file: string; made: boolean };
	/** What the last transaction of this process met (null: it was written), and when the disk was last full (monotonic). */
	health: { writing: DatabaseError | null; fullAt: number | null };
	log: Logger;
	/** How often who may try again. */
	limits: Limits;
}

export type { Db };
