import { spawnSync } from 'node:child_process';
import Database from 'better-sqlite3';
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, type Config } from '#lib/server/config.ts';
import { startPostgres, type Postgres } from '../support/machine/postgres.ts';
import { SECRET } from '../support/machine/secret.ts';
import { serve, type Served } from '../support/machine/served.ts';
import { countLost, prepareBallot } from './ballot.ts';
import { startVoters } from './voters.ts';

export interface FullDisk {
	/** What was answered once nothing could be written any more. */
	page: number;
	health: number;
	ready: { status: number; said: string };
	/** Votes meanwhile, by status. */
	refused: Map<number, number>;
	/** The cause, as the log names it. */
	logged: boolean;
	exited: boolean;
	/** Milliseconds from "there is room again" to the next acknowledged vote. */
	recovery: number;
	acknowledged: number;
	lost: number;
	/** Of SQLite's file; null on PostgreSQL. */
	integrity: unknown;
}

interface Disk {
	folder: string;
	fill(): void;
	free(): void;
	drop(): void;
}

/** A disk of its own, small and real. Only root on Linux may mount one; null: not here. */
function smallDisk(megabytes: number): Disk | null {
	if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
	const folder = mkdtempSync(join(tmpdir(), 'teilhabe-disk-'));
	const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder]);
	if (mounted.status !== 0) {
		rmSync(folder, { recursive: true });
		return null;
	}
	const filler = join(folder, 'filler');
	return {
		folder,
		fill: () => fill(filler),
		free: () => rmSync(filler, { force: true }),
		drop() {
			spawnSync('umount', ['-l', folder]);
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** Until nothing fits any more, not one page. */
function fill(file: string): void {
	const descriptor = openSync(file, 'a');
	try {
		for (let bytes = 1_048_576; bytes >= 512;) {
			try {
				if (writeSync(descriptor, Buffer.alloc(bytes)) < bytes) bytes /= 2;
			} catch {
				bytes /= 2;
			}
		}
	} finally {
		closeSync(descriptor);
	}
}

/** People vote, the disk of the database runs full, and later there is room again. */
export async function fillDisk(kind: 'sqlite' | 'postgres'): Promise<FullDisk | null> {
	const disk = smallDisk(kind === 'sqlite' ? 96 : 400);
	if (!disk) return null;
	const keys = mkdtempSync(join(tmpdir(), 'teilhabe-faults-'));
	let postgres: Postgres | null = null;
	try {
		chmodSync(disk.folder, 0o755);
		if (kind === 'postgres')
			postgres = await startPostgres(join(disk.folder, 'postgres'), { durable: true, smallLog: true });
		const config = readConfig({
			DATABASE_URL: postgres?.url ?? `file:${join(disk.folder, 'full.sqlite')}`,
			...{ TEILHABE_KEYS: keys, TEILHABE_SECRET: SECRET }
		});
		return await voteUntilFull(config, disk, { keys, postgres });
	} finally {
		await postgres?.stop();
		disk.drop();
		rmSync(keys, { recursive: true, force: true });
	}
}

async function voteUntilFull(
	config: Config,
	disk: Disk,
	{ keys, postgres }: { keys: string; postgres: Postgres | null }
): Promise<FullDisk> {
	const ballot = await prepareBallot(config, { people: 60, points: 60 });
	const server = await serve(config, { LOG_LEVEL: 'info', TEILHABE_KEYS: keys });
	const voters = startVoters(() => [server], ballot, 16);
	await voters.more(100);
	disk.fill();
	const before = new Map(voters.statuses);
	await untilRefused(voters.statuses, before);
	const asked = await ask(server);
	const refused = difference(voters.statuses, before);
	disk.free();
	const room = performance.now();
	await postgres?.revive();
	await voters.more(1);
	const recovery = performance.now() - room;
	await voters.more(50);
	await voters.stop();
	const exited = server.exited() !== null;
	await server.stop();
	return {
		...asked,
		...{ refused, recovery, exited, logged: server.said().includes('the disk of the database is full') },
		acknowledged: voters.acknowledged.length,
		lost: await countLost(config, voters.acknowledged),
		integrity: config.database.kind === 'sqlite' ? integrityOf(config.database.file) : null
	};
}

async function ask(server: Served): Promise<Pick<FullDisk, 'page' | 'health' | 'ready'>> {
	const [page, health, ready] = [await server.ask('/'), await server.ask('/healthz'), await server.ask('/readyz')];
	const said = ready.body.toString();
	return { page: page.status, health: health.status, ready: { status: ready.status, said } };
}

async function untilRefused(now: ReadonlyMap<number, number>, before: ReadonlyMap<number, number>): Promise<void> {
	for (const until = Date.now() + 60_000; (now.get(503) ?? 0) - (before.get(503) ?? 0) < 50;) {
		if (Date.now() > until) throw new Error('votes went on although the disk was full');
		await new Promise((done) => setTimeout(done, 20));
	}
}

const difference = (now: ReadonlyMap<number, number>, before: ReadonlyMap<number, number>) =>
	new Map([...now].map(([status, count]) => [status, count - (before.get(status) ?? 0)] as const));

function integrityOf(file: string): unknown {
	const database = new Database(file, { readonly: true });
	try {
		return database.pragma('integrity_check', { simple: true });
	} finally {
		database.close();
	}
}
