import { FileMigrationProvider, Migrator } from 'kysely/migration';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { Db } from './open.ts';

/** Runs every migration that has not run yet; returns their names. Throws at the first that fails. */
export async function migrate(db: Db, folder: string): Promise<string[]> {
	const provider = new FileMigrationProvider({ fs, path, migrationFolder: path.resolve(folder) });
	const { error, results } = await new Migrator({ db: db.withoutPlugins(), provider }).migrateToLatest();
	if (error) throw error;
	return (results ?? []).map((result) => result.migrationName);
}
