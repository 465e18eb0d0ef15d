import type { Logger } from 'pino';
import { DatabaseLimits } from './auth/databaseLimits.server.ts';
import { MemoryLimits } from './auth/memoryLimits.server.ts';
import type { Limits } from './auth/limits.ts';
import type { Config } from './config.ts';
import type { Trouble } from './db/trouble.ts';
import { openDatabase, type Connections, type Db } from './db/open.ts';
import { Keyring } from './keyring.ts';
import { deriveKeys, readSecret, type Keys } from './secret.ts';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Everything that lives as long as the process: opened once by the front door, the worker, a command or a test. */
export interface House extends Connections {
	keys: Keys;
	/** One key for the ballots of each phase, until the phase ends. */
	ballotKeys: Keyring;
	config: Config;
	/** Where the secret lies unless it is configured, and whether this process has just made it. */
	secretFile: { file: string; made: boolean };
	/** What the last transaction of this process met (null: it was written), and when the disk was last full (monotonic). */
	health: { writing: Trouble | null; fullAt: number | null };
	log: Logger;
	/** How often who may try again. */
	limits: Limits;
}

export function openHouse(config: Config, log: Logger): House {
	const folder = config.database.kind === 'sqlite' ? dirname(config.database.file) : 'var';
	const file = join(folder, 'secret');
	const made = config.secret === null && !existsSync(file);
	const secret = readSecret(config.secret, file);
	const keys = deriveKeys(secret);
	const ballotKeys = new Keyring(config.keyFolder ?? join(folder, 'ballot-keys'), keys);
	const house = {
		...openDatabase(config.database),
		keys,
		ballotKeys,
		config,
		secretFile: { file, made },
		health: { writing: null, fullAt: null },
		log
	};
	return { ...house, limits: house.kind === 'postgres' ? new DatabaseLimits(house) : new MemoryLimits() };
}

export type { Db };
