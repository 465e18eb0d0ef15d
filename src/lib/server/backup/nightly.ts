import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { backUp, type Source } from './backup.ts';
import { Manifest, MANIFEST } from './manifest.ts';
import { DAY } from '../../time.ts';

/** In the small hours of the day, whatever the machine's time zone is. */
const FROM_HOUR = 2;

const nameOf = (day: string) => `backup-${day}`;

/** Whole backups in this folder, the newest first. */
function backupsIn(folder: string): { path: string; at: number }[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.filter((name) => /^backup-\d{4}-\d{2}-\d{2}$/.test(name) && existsSync(join(folder, name, MANIFEST)))
		.sort((a, b) => (a < b ? 1 : -1))
		.map((name) => ({ path: join(folder, name), at: madeAt(join(folder, name, MANIFEST)) }));
}

function madeAt(file: string): number {
	try {
		return Date.parse(Manifest.parse(JSON.parse(readFileSync(file, 'utf8'))).madeAt);
	} catch {
		return 0;
	}
}

/** When the newest backup was made, in milliseconds; null: there is none. */
export function lastBackupAt(folder: string): number | null {
	return backupsIn(folder)[0]?.at ?? null;
}

/**
 * A chore: one backup a day into the folder of the settings, of which the newest stay. A day that was missed is made up
 * at once. Returns the folder it made, or null.
 */
export async function backUpDaily(source: Source, now: string): Promise<string | null> {
	const { backups } = source.config;
	if (!backups) return null;
	const [newest] = backupsIn(backups.folder);
	const day = now.slice(0, 10);
	const target = join(backups.folder, nameOf(day));
	const late = !newest || Date.parse(now) - newest.at > DAY;
	if (existsSync(target) || (!late && new Date(now).getUTCHours() < FROM_HOUR)) return null;
	mkdirSync(backups.folder, { recursive: true, mode: 0o700 });
	await backUp(source, target, now);
	for (const { path } of backupsIn(backups.folder).slice(backups.keep)) rmSync(path, { recursive: true, force: true });
	return target;
}
