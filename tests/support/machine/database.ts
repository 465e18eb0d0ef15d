import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { readConfig, type Config } from '#lib/server/config.ts';
import { SECRET } from './secret.ts';
import { databaseUrl, leaveTown, takeTown } from './testApps.postgres.ts';

const BASE = { TEILHABE_SECRET: SECRET, LOG_LEVEL: 'silent' };

/** An empty, migrated database of its own. */
export async function freshDatabase(): Promise<{ config: Config; drop: () => Promise<void> }> {
	const url = process.env.TEST_DATABASE_URL;
	return url ? freshPostgres(url) : freshSqlite();
}

async function freshSqlite() {
	const folder = mkdtempSync(join(tmpdir(), 'teilhabe-town-'));
	const file = join(folder, 'town.sqlite');
	copyFileSync(inject('template'), file);
	const config = readConfig({ ...BASE, DATABASE_URL: `file:${file}` });
	return { config, drop: async () => rmSync(folder, { recursive: true, force: true }) };
}

async function freshPostgres(url: string) {
	const name = await takeTown(url, inject('template'));
	const keys = mkdtempSync(join(tmpdir(), 'teilhabe-keys-'));
	// Enough to race each other, few enough for many towns at once on a server with a hundred connections.
	const config = readConfig({ ...BASE, DATABASE_URL: databaseUrl(url, name), DATABASE_POOL: '4', TEILHABE_KEYS: keys });
	const drop = async () => {
		rmSync(keys, { recursive: true, force: true });
		await leaveTown(url, inject('template'), name);
	};
	return { config, drop };
}
