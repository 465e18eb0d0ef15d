import { sql } from 'kysely';
import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { BadConfig } from '../../config.ts';
import type { Connections, Db } from '../connections/open.ts';
import { DAY } from '../../../time.ts';

/** The newest copies are kept, for two weeks: long enough to notice a bad upgrade, and words withdrawn since are gone. */
const KEPT = 2;
const KEPT_DAYS = 14;

const MARK = '.before-';
const UNFINISHED = '.unfinished-';

/** Copies beside this file, the newest first. */
function copiesOf(file: string): { path: string; at: number }[] {
	const folder = dirname(file);
	const begin = `${basename(file)}${MARK}`;
	return readdirSync(folder)
		.filter((name) => name.startsWith(begin) && !name.includes(UNFINISHED))
		.map((name) => ({ path: join(folder, name), at: statSync(join(folder, name)).mtimeMs }))
		.sort((a, b) => b.at - a.at);
}

/** A chore: copies that nobody needs any more go. */
export function dropOldCopies(file: string, now: number): void {
	for (const [n, { path, at }] of copiesOf(file).entries()) {
		if (n >= KEPT || now - at > KEPT_DAYS * DAY) rmSync(path, { force: true });
	}
}

/** Writes what a running SQLite database holds at one moment into a new file. */
export async function copyInto(db: Db, path: string): Promise<void> {
	// SQLite fills an empty file that is there already: so it has our rights from its first byte.
	writeFileSync(path, '', { mode: 0o600, flag: 'wx' });
	await sql`vacuum into ${path}`.execute(db);
}

/**
 * A whole copy of a running SQLite database, made by SQLite itself, on disk when this returns its path. What was cut
 * off is never taken for a copy. Throws `BadConfig` when there is no room for one.
 */
export async function copyDatabase(
	{ writer }: Connections,
	file: string,
	tell: (sentence: string) => void
): Promise<string> {
	const stamp = new Date().toISOString().replace(/[-:]|\.\d+Z/g, '');
	const path = `${file}${MARK}${stamp}-${process.pid}`;
	const unfinished = `${path}${UNFINISHED}`;
	tell(`copying the database to ${path} before it is migrated`);
	try {
		await copyInto(writer, unfinished);
		sync(unfinished);
		renameSync(unfinished, path);
		sync(dirname(path));
	} catch (error) {
		rmSync(unfinished, { force: true });
		throw noRoom(error, file) ?? error;
	}
	dropOldCopies(file, Date.now());
	return path;
}

function noRoom(error: unknown, file: string): BadConfig | null {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	if (!/^(SQLITE_FULL|SQLITE_IOERR_WRITE|ENOSPC|EFBIG|EDQUOT)/.test(code)) return null;
	const megabytes = Math.ceil(statSync(file).size / 1_000_000);
	return new BadConfig(
		`Before it is migrated the database is copied, and there is no room for that in ${dirname(file)}: about ${megabytes} MB are needed. Nothing was changed.`
	);
}

/** What stands there is on the disk when this returns; with a folder, the names in it. */
export function sync(path: string): void {
	// Windows cannot do that with a folder.
	if (process.platform === 'win32') return;
	const handle = openSync(path, 'r');
	try {
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}
