import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHILD_ENVIRONMENT } from '../../support/machine/environment.ts';
import { freePort } from '../../support/machine/postgres.ts';
import type { Cast } from './people.ts';
import type { Facts } from './seed/seed.facts.ts';
import { SECRET } from '../../support/machine/secret.ts';
import { fileOf, type Place } from './seed.ts';

/** A copy of the seeded town with the production server of its own. */
export interface Town {
	origin: string;
	cast: Cast;
	facts: Facts;
	/** What the operator types on a shell beside the running server: `command('import', [...])`. Answers with what it said. */
	command(name: string, args: readonly string[]): string;
	/** Ends it. Throws when its server has logged a fault: whatever the page said, something was wrong. */
	close(): Promise<void>;
}

/** A second is enough where nobody else wants the machine. */
const PATIENCE = 60_000;

/** `more`: settings that have to know where the town is. */
type MoreSettings = (origin: string) => Promise<Record<string, string>>;

export async function startTown(place: Place, more: MoreSettings = async () => ({})): Promise<Town> {
	const seeded = process.env.JOURNEY_TOWN ?? '';
	const folder = mkdtempSync(join(tmpdir(), 'teilhabe-journey-'));
	const file = join(folder, 'town.sqlite');
	copyFileSync(fileOf(seeded, place), file);
	cpSync(join(seeded, 'ballot-keys'), join(folder, 'ballot-keys'), { recursive: true });
	const facts: Facts = JSON.parse(readFileSync(join(seeded, 'facts.json'), 'utf8'));
	return { ...(await start(folder, file, more)), cast: facts.cast, facts };
}

/** An installation in which nobody has done anything yet. */
export type Installation = Pick<Town, 'origin' | 'command' | 'close'>;

export async function startInstallation(): Promise<Installation> {
	const folder = mkdtempSync(join(tmpdir(), 'teilhabe-journey-'));
	return start(folder, join(folder, 'new.sqlite'), async () => ({ TEILHABE_KEYS: join(folder, 'ballot-keys') }));
}

async function start(folder: string, file: string, more: MoreSettings): Promise<Installation> {
	const port = await freePort();
	const origin = `http://127.0.0.1:${port}`;
	const own = { DATABASE_URL: `file:${file}`, TEILHABE_SECRET: SECRET, ORIGIN: origin, LOG_LEVEL: 'warn' };
	const settings = { ...own, ...(await more(origin)) };
	const { server, log } = serve({ ...settings, PORT: String(port) });
	await answers(`${origin}/healthz`, server, log);
	const close = async () => {
		await end(server);
		rmSync(folder, { recursive: true, force: true });
		const faults = log()
			.split('\n')
			.filter((line) => /"level":(50|60)/.test(line));
		if (faults.length > 0) throw new Error(`The server logged faults:\n${faults.join('\n')}`);
	};
	const command = (name: string, args: readonly string[]) => type(name, args, settings);
	return { origin, command, close };
}

function type(name: string, args: readonly string[], env: Record<string, string>): string {
	const done = spawnSync(process.execPath, [`src/commands/${name}.ts`, ...args], {
		env: { ...CHILD_ENVIRONMENT, ...env },
		encoding: 'utf8'
	});
	return done.stdout + done.stderr;
}

function serve(env: Record<string, string>) {
	const server = spawn(process.execPath, ['src/commands/start.ts'], {
		env: { ...CHILD_ENVIRONMENT, ...env },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let said = '';
	const add = (chunk: Buffer) => (said += chunk.toString());
	server.stdout.on('data', add);
	server.stderr.on('data', add);
	return { server, log: () => said };
}

async function answers(url: string, server: ChildProcess, log: () => string): Promise<void> {
	const until = Date.now() + PATIENCE;
	while (Date.now() < until && server.exitCode === null) {
		const response = await fetch(url).catch(() => null);
		if (response?.ok) return;
		await new Promise((done) => setTimeout(done, 30));
	}
	await end(server);
	throw new Error(`The server did not start: ${log()}`);
}

async function end(server: ChildProcess): Promise<void> {
	if (server.exitCode !== null || server.signalCode !== null) return;
	await new Promise<void>((resolve) => {
		server.once('exit', () => resolve());
		// Nothing in the town outlives the journey, so nobody waits for open connections.
		server.kill('SIGKILL');
	});
}
