import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '#lib/server/config.ts';
import { newId } from '#lib/server/ids.ts';
import { ask, databaseUrl } from './machine/testApps.postgres.ts';

/** A database with nothing in it, not even tables. */
export interface EmptyDatabase {
	url: string;
	config: Config['database'];
	drop(): Promise<void>;
}

export async function emptyDatabase(server = process.env.TEST_DATABASE_URL): Promise<EmptyDatabase> {
	if (!server) {
		const folder = mkdtempSync(join(tmpdir(), 'teilhabe-empty-'));
		const file = join(folder, 'empty.sqlite');
		const drop = async () => rmSync(folder, { recursive: true, force: true });
		return { url: `file:${file}`, config: { kind: 'sqlite', file }, drop };
	}
	const name = `empty_${newId().replaceAll('-', '')}`;
	await ask(server, `create database ${name}`);
	const url = databaseUrl(server, name);
	const drop = async () => void (await ask(server, `drop database ${name} with (force)`));
	return { url, config: { kind: 'postgres', url, pool: 2 }, drop };
}
