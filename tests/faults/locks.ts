import { readFileSync, statSync } from 'node:fs';

/**
 * Which of SQLite's two files a process holds a lock on, as the system itself tells. A process that holds none on the
 * database looks to the next one as if nobody were there; null: this system does not tell.
 */
export function locksOf(pid: number, file: string): { database: boolean; index: boolean } | null {
	if (process.platform !== 'linux') return null;
	const held = readFileSync('/proc/locks', 'utf8')
		.split('\n')
		.filter((line) => line.split(/\s+/)[4] === String(pid))
		.map((line) => Number(/:(\d+) \S+ \S+$/.exec(line.trim())?.[1]));
	const holds = (path: string) => held.includes(statSync(path).ino);
	return { database: holds(file), index: holds(`${file}-shm`) };
}
