import { spawn } from 'node:child_process';
import { openSync, closeSync, constants } from 'node:fs';
import { request } from 'node:http';
import type { Config } from '#lib/server/config.ts';
import { environment, freePort } from '../support/machine/served.ts';

export interface LogTried {
	/** How many of the health checks were answered within two seconds. */
	healthy: number;
	asked: number;
	/** Ended by SIGTERM within ten seconds. */
	stopped: boolean;
}

/** The server with a log that takes nothing: a pipe whose reader has stopped reading, or a disk that is full. */
export async function withoutLog(config: Config, kind: 'unread' | 'full', asked: number): Promise<LogTried> {
	const port = await freePort();
	const disk = kind === 'full' ? openSync('/dev/full', constants.O_WRONLY) : null;
	const env = { ...environment(config, port), LOG_LEVEL: 'debug' };
	// Nobody reads what the pipe holds: it takes some 64 kB.
	const child = spawn(process.execPath, ['src/commands/start.ts'], {
		env,
		stdio: ['ignore', disk ?? 'pipe', 'ignore']
	});
	if (disk !== null) closeSync(disk);
	const ended = new Promise<boolean>((done) => child.once('exit', () => done(true)));
	await untilUp(port);
	let healthy = 0;
	for (let n = 0; n < asked; n++)
		if ((await status(port, `/beitraege?q=${n}`, 5_000)) && (await status(port, '/healthz', 2_000)) === 200) healthy++;
	child.kill('SIGTERM');
	const late = new Promise<boolean>((done) => setTimeout(() => done(false), 10_000).unref());
	const stopped = await Promise.race([ended, late]);
	if (!stopped) child.kill('SIGKILL');
	return { healthy, asked, stopped };
}

async function untilUp(port: number): Promise<void> {
	for (const until = Date.now() + 90_000; Date.now() < until;) {
		if ((await status(port, '/healthz', 1_000)) === 200) return;
		await new Promise((done) => setTimeout(done, 200));
	}
	throw new Error('the server did not start');
}

function status(port: number, path: string, timeout: number): Promise<number | null> {
	return new Promise((done) => {
		const sent = request(
			{ host: '127.0.0.1', port, path, timeout, headers: { 'x-filler': 'x'.repeat(200) } },
			(answer) => {
				answer.resume().on('end', () => done(answer.statusCode ?? null));
			}
		);
		sent.on('timeout', () => sent.destroy());
		sent.on('error', () => done(null));
		sent.end();
	});
}
