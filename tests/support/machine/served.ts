import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { request, type IncomingHttpHeaders } from 'node:http';
import type { Config } from '#lib/server/config.ts';
import { CHILD_ENVIRONMENT } from './environment.ts';

/** The built server as a process of its own. */
export interface Served {
	origin: string;
	/** Everything it has said so far, on both channels. */
	said(): string;
	ask(path: string, options?: Asked): Promise<Told>;
	/** The exit code once it has ended; null while it runs. */
	exited(): number | null | 'signal';
	pid: number;
	/** Sends the signal and resolves with the exit code. */
	stop(signal?: NodeJS.Signals): Promise<number | null>;
	port: number;
}

export interface Asked {
	method?: string;
	headers?: Record<string, string>;
	body?: string;
}

export interface Told {
	status: number;
	headers: IncomingHttpHeaders;
	body: Buffer;
}

export async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('no port');
	await new Promise((done) => server.close(done));
	return address.port;
}

export function environment(config: Config, port: number): Record<string, string> {
	const { database, secret } = config;
	return {
		...CHILD_ENVIRONMENT,
		DATABASE_URL: database.kind === 'sqlite' ? `file:${database.file}` : database.url,
		DATABASE_POOL: '4',
		TEILHABE_SECRET: secret ?? '',
		PORT: String(port),
		ORIGIN: `http://localhost:${port}`
	};
}

function run(env: Record<string, string>): { child: ChildProcess; said: () => string; ended: Promise<number | null> } {
	const child = spawn(process.execPath, ['src/commands/start.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
	let said = '';
	for (const channel of [child.stdout, child.stderr])
		channel?.on('data', (chunk: Buffer) => (said += chunk.toString()));
	const ended = new Promise<number | null>((done) => child.once('exit', done));
	return { child, said: () => said, ended };
}

/** Starts it and waits until it listens. */
export async function serve(config: Config, more: Record<string, string> = {}): Promise<Served> {
	const port = await freePort();
	const { child, said, ended } = run({ ...environment(config, port), ...more });
	const failed = ended.then(() => Promise.reject(new Error(`the server did not start:\n${said()}`)));
	failed.catch(() => undefined);
	const listening = new Promise<void>((done) => {
		child.stdout?.on('data', () => said().includes('"listening"') && done());
	});
	await Promise.race([listening, failed]);
	return {
		origin: `http://localhost:${port}`,
		port,
		pid: child.pid ?? 0,
		exited: () => (child.signalCode === null ? child.exitCode : 'signal'),
		said,
		ask: (path, asked = {}) => ask(port, path, asked),
		stop(signal = 'SIGTERM') {
			child.kill(signal);
			return ended;
		}
	};
}

/** What it says when it does not start. */
export async function refused(
	config: Config,
	more: Record<string, string>
): Promise<{ code: number | null; said: string }> {
	const { said, ended } = run({ ...environment(config, await freePort()), ...more });
	return { code: await ended, said: said() };
}

/** Asks as a browser does for a page; unlike `fetch`, node:http sends paths, methods and headers as they are. */
const BROWSER = { accept: 'text/html' };

function ask(port: number, path: string, { method = 'GET', headers = {}, body = '' }: Asked): Promise<Told> {
	return new Promise((done, failed) => {
		const sent = request({ host: '127.0.0.1', port, path, method, headers: { ...BROWSER, ...headers } }, (res) => {
			const chunks: Buffer[] = [];
			res.on('data', (chunk: Buffer) => chunks.push(chunk));
			res.on('end', () => done({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(chunks) }));
			res.on('error', failed);
		});
		sent.on('error', failed);
		sent.end(body);
	});
}
