import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Logger } from 'pino';
import type { App } from './app.ts';
import { DatabaseLimits } from './auth/databaseLimits.server.ts';
import { MemoryLimits } from './auth/memoryLimits.server.ts';
import type { Config } from './config.ts';
import { openDatabase } from './db/connections/open.ts';
import { Keyring } from './keyring.ts';
import { deriveKeys, readSecret } from './secret.ts';

export function openApp(config: Config, log: Logger): App {
	const folder = config.database.kind === 'sqlite' ? dirname(config.database.file) : 'var';
	const file = join(folder, 'secret');
	const made = config.secret === null && !existsSync(file);
	const secret = readSecret(config.secret, file);
	const keys = deriveKeys(secret);
	const ballotKeys = new Keyring(config.keyFolder ?? join(folder, 'ballot-keys'), keys);
	const app = {
		...openDatabase(config.database),
		keys,
		ballotKeys,
		config,
		secretFile: { file, made },
		health: { writing: null, fullAt: null },
		log
	};
	return { ...app, limits: app.kind === 'postgres' ? new DatabaseLimits(app) : new MemoryLimits() };
}
