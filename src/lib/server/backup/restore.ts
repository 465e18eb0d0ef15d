import Database from 'better-sqlite3';
import { copyFileSync, chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Config } from '../config.ts';
import { sync } from '../db/migrations/copy.ts';
import { migrate, migrationNames } from '../db/migrations/migrate.ts';
import { openDatabase } from '../db/connections/open.ts';
import type { Keys } from '../secret.ts';
import { SQLITE_FILE } from './backup.ts';
import { BackupFailed, fingerprintOf, readBackup, type Manifest } from './manifest.ts';
import { copyIn, isEmpty } from './postgres.ts';

/** Where a backup is put back: settings, the keys of the secret that is there, the folder of the migrations. */
export interface Target {
	config: Config;
	keys: Keys;
	migrations: string;
}

/**
 * Tries everything that can be tried without changing anything: the digests of all files, whether this program knows
 * the schema, whether the secret is the one of that installation, whether the place is empty. Throws `BackupFailed`.
 */
export async function tryRestore(folder: string, { config, keys, migrations }: Target): Promise<Manifest> {
	const manifest = await readBackup(folder);
	const known = migrationNames(migrations);
	const newer = manifest.migrations.find((name) => !known.includes(name));
	if (newer !== undefined) {
		throw new BackupFailed(`The backup belongs to a newer version of this program (it knows ${newer}).`);
	}
	if (manifest.secret !== fingerprintOf(keys)) {
		throw new BackupFailed(
			'The secret that is here is not the one of this backup: with it no card would be accepted. Put back TEILHABE_SECRET, or the file "secret", first.'
		);
	}
	const { database } = config;
	if (manifest.kind !== database.kind) {
		throw new BackupFailed(`The backup is of ${manifest.kind}, and DATABASE_URL names ${database.kind}.`);
	}
	const empty = database.kind === 'sqlite' ? isFree(database.file) : await isEmpty(database.url);
	if (!empty) {
		throw new BackupFailed(
			'There is a database at DATABASE_URL already. A backup is only put back into an empty place.'
		);
	}
	return manifest;
}

const isFree = (file: string) => [file, `${file}-wal`, `${file}-shm`].every((path) => !existsSync(path));

/** Puts it back. Migrations that came later run at the next start. Cut off half-way it leaves an empty place. */
export async function restore(folder: string, target: Target): Promise<Manifest> {
	const manifest = await tryRestore(folder, target);
	const { database } = target.config;
	if (database.kind === 'sqlite') restoreFile(folder, database.file);
	else {
		const connections = openDatabase(database);
		const until = manifest.migrations.at(-1);
		await migrate(connections, target.migrations, undefined, until).finally(() => connections.close());
		await copyIn(database.url, folder, manifest);
	}
	return manifest;
}

function restoreFile(folder: string, file: string): void {
	mkdirSync(dirname(file), { recursive: true });
	const unfinished = `${file}.unfinished-${process.pid}`;
	try {
		copyFileSync(join(folder, SQLITE_FILE), unfinished);
		chmodSync(unfinished, 0o600);
		const database = new Database(unfinished, { readonly: true });
		const found = database.pragma('integrity_check', { simple: true });
		database.close();
		if (found !== 'ok') throw new BackupFailed(`The database in the backup is damaged: ${String(found)}.`);
		sync(unfinished);
		renameSync(unfinished, file);
		sync(dirname(file));
	} finally {
		for (const name of readdirSync(dirname(file))) {
			if (join(dirname(file), name).startsWith(unfinished)) rmSync(join(dirname(file), name), { force: true });
		}
	}
}
