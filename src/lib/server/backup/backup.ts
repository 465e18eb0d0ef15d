import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Config } from '../config.ts';
import { executedMigrations } from '../db/migrations/migrate.ts';
import { copyInto, sync } from '../db/migrations/copy.ts';
import type { Connections } from '../db/connections/open.ts';
import type { Keys } from '../secret.ts';
import { BackupFailed, describeFile, fingerprintOf, MANIFEST, type Manifest } from './manifest.ts';
import { copyOut } from './postgres.ts';

export const SQLITE_FILE = 'teilhabe.sqlite';
const UNFINISHED = '.unfinished';

/** What a backup is made of: connections, the settings they were opened with, the keys. */
export interface Source extends Connections {
	config: Config;
	keys: Keys;
}

/**
 * Writes everything the database holds at one moment into a new folder, while people go on voting. Neither the secret
 * nor the keys of ballots are in it. A backup that was cut off has another name and no manifest. Throws `BackupFailed`.
 */
export async function backUp(source: Source, folder: string, now: string): Promise<Manifest> {
	const target = resolve(folder);
	if (existsSync(target) && (!statSync(target).isDirectory() || readdirSync(target).length > 0)) {
		throw new BackupFailed(`The folder ${folder} is there already. Choose a new one.`);
	}
	// Two processes may do it at once: each in a place of its own, and the first one done has made it.
	const unfinished = join(dirname(target), `.${basename(target)}${UNFINISHED}-${process.pid}`);
	rmSync(unfinished, { recursive: true, force: true });
	mkdirSync(unfinished, { recursive: true, mode: 0o700 });
	try {
		const manifest = await write(source, unfinished, now);
		writeFileSync(join(unfinished, MANIFEST), `${JSON.stringify(manifest, null, '\t')}\n`, { mode: 0o600 });
		for (const name of [...manifest.files.map((file) => file.name), MANIFEST]) sync(join(unfinished, name));
		if (existsSync(target)) rmSync(target, { recursive: true });
		renameSync(unfinished, target);
		sync(dirname(target));
		return manifest;
	} catch (error) {
		rmSync(unfinished, { recursive: true, force: true });
		throw error;
	}
}

async function write(source: Source, folder: string, madeAt: string): Promise<Manifest> {
	const { kind, config, keys } = source;
	const facts = { format: 1, madeAt, kind, secret: fingerprintOf(keys) } as const;
	if (config.database.kind === 'postgres') {
		return { ...facts, ...(await copyOut(config.database.url, folder)) };
	}
	await copyInto(source.writer, join(folder, SQLITE_FILE));
	const migrations = await executedMigrations(source.writer);
	return { ...facts, migrations, files: [await describeFile(folder, SQLITE_FILE)], rows: {}, sequences: {} };
}
