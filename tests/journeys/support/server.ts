import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHILD_ENVIRONMENT } from '../../support/machine/environment.ts';
import { freePort } from '../../support/machine/postgres.ts';
import type { Cast } from './people.ts';
import type { Facts } from './seed/seed.facts.ts';
import type { YouthFacts } from './seed/seed.youth.ts';
import { SECRET } from '../../support/machine/secret.ts';
import { fileOf, type Place } from './seed.ts';

/** A copy of the seeded town with the production server of its own. */
export interface Town {
	origin: string;
	cast: Cast;
	facts: Facts;
	/**
	 * What the operator types on a shell beside the running server: `command('import', [...])`. Answers with what it said;
	 * throws when it ended with another code than 0, whatever it said.
	 */
	command(name: string, args: readonly string[]): string;
	/** The same where another code is expected. */
	type(name: string, args: readonly string[]): Typed;
	/** Ends it. Throws when its server has logged a fault: whatever the page said, something was wrong. */
	close(): Promise<void>;
}

/** A second is enough where nobody else wants the machine. */
const PATIENCE = 60_000;

/** `more`: settings that have to know where the town is. */
type MoreSettings = (origin: string) => Promise<Record<string, string>>;

export async function startTown(place: Place, more: MoreSettings = async () => ({})): Promise<Town> {
	const folder = mkdtempSync(join(tmpdir(), 'teilhabe-journey-'));
	const file = bring(folder, place);
	const facts: Facts = JSON.parse(readFileSync(join(seededFolder(), 'facts.json'), 'utf8'));
	return { ...(await start(folder, file, more)), cast: facts.cast, facts };
}

/** An installation in which nobody has done anything yet. */
export interface Installation extends Pick<Town, 'origin' | 'command' | 'type' | 'close'> {
	/** As the operator does it. What comes again after a while is done at once then. */
	restart(): Promise<void>;
}

/** A youth strategy of its own. */
export interface YouthTown extends Installation {
	facts: YouthFacts;
}

export async function startYouth(): Promise<YouthTown> {
	const folder = mkdtempSync(join(tmpdir(), 'teilhabe-journey-'));
	const file = bring(folder, 'youth');
	const facts: YouthFacts = JSON.parse(readFileSync(join(seededFolder(), 'youth.json'), 'utf8'));
	return { ...(await start(folder, file)), facts };
}

/** The demonstration of a town's youth strategy, in which everything has happened that can be looked at. */
export async function startYouthDemo(): Promise<Installation> {
	const folder = mkdtempSync(join(tmpdir(), 'teilhabe-journey-'));
	return start(folder, bring(folder, 'youth-demo'));
}

const seededFolder = () => process.env.JOURNEY_TOWN ?? '';

/** A copy of what was seeded, with the keys of its ballots. */
function bring(folder: string, place: Place): string {
	const file = join(folder, 'town.sqlite');
	copyFileSync(fileOf(seededFolder(), place), file);
	cpSync(join(seededFolder(), 'ballot-keys'), join(folder, 'ballot-keys'), { recursive: true });
	return file;
}

export async function startInstallation(): Promise<Installation> {
	const folder = mkdtempSync(join(tmpdir(), 'teilhabe-journey-'));
	return start(folder, join(folder, 'new.sqlite'), async () => ({ TEILHABE_KEYS: join(folder, 'ballot-keys') }));
}

async function start(folder: string, file: string, more: MoreSettings = async () => ({})): Promise<Installation> {
	const port = await freePort();
	const origin = `http://127.0.0.1:${port}`;
	const own = { DATABASE_URL: `file:${file}`, TEILHABE_SECRET: SECRET, ORIGIN: origin, LOG_LEVEL: 'warn' };
	const settings = { ...own, ...(await more(origin)) };
	let running = serve({ ...settings, PORT: String(port) });
	await answers(`${origin}/healthz`, running.server, running.log);
	let before = '';
	const restart = async () => {
		await end(running.server);
		before += running.log();
		running = serve({ ...settings, PORT: String(port) });
		await answers(`${origin}/healthz`, running.server, running.log);
	};
	const close = async () => {
		await end(running.server);
		rmSync(folder, { recursive: true, force: true });
		const faults = (before + running.log()).split('\n').filter((line) => /"level":(50|60)/.test(line));
		if (faults.length > 0) throw new Error(`The server logged faults:\n${faults.join('\n')}`);
	};
	const type = (name: string, args: readonly string[]) => run(name, args, settings);
	const command = (name: string, args: readonly string[]) => {
		const { code, said } = type(name, args);
		if (code !== 0) throw new Error(`${name} ended with ${code}: ${said}`);
		return said;
	};
	return { origin, command, type, restart, close };
}

/** What a command that ended said, and how it ended; null: by a signal. */
interface Typed {
	code: number | null;
	said: string;
}

function run(name: string, args: readonly string[], env: Record<string, string>): Typed {
	const done = spawnSync(process.execPath, [`src/commands/${name}.ts`, ...args], {
		env: { ...CHILD_ENVIRONMENT, ...env },
		encoding: 'utf8'
	});
	return { code: done.status, said: done.stdout + done.stderr };
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
