import { FileMigrationProvider, Migrator } from 'kysely/migration';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { Db } from './open.ts';

function migrator(db: Db, folder: string): Migrator {
	const provider = new FileMigrationProvider({ fs, path, migrationFolder: path.resolve(folder) });
	return new Migrator({ db: db.withoutPlugins(), provider });
}

/** Runs every migration that has not run yet; returns their names. Throws at the first that fails. */
export async function migrate(db: Db, folder: string): Promise<string[]> {
	const { error, results } = await migrator(db, folder).migrateToLatest();
	if (error) throw error;
	return (results ?? []).map((result) => result.migrationName);
}

/** The names of migrations that have not run yet. Only reads. */
export async function pending(db: Db, folder: string): Promise<string[]> {
	const known = await migrator(db, folder).getMigrations();
	return known.filter((migration) => !migration.executedAt).map((migration) => migration.name);
}
