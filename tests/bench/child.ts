import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';

/** A server we started, on the loopback only. */
export interface Server {
	port: number;
	/** Milliseconds from the start of the process to its first answer. */
	startedIn: number;
	/** Resident memory of the process and everything it started, in MB; 0 where the system does not say. */
	memory(): number;
	stop(): Promise<void>;
}

const PATIENCE = 60_000;
const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

function freePort(): Promise<number> {
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

/** Starts `node …args` with PORT set to a free one and waits until `path` is answered with 200. */
export async function startServer(args: string[], env: Record<string, string>, path = '/'): Promise<Server> {
	const port = await freePort();
	const began = performance.now();
	const child = spawn(process.execPath, args, {
		env: { ...process.env, ...env, HOST: '127.0.0.1', PORT: String(port), ORIGIN: `http://127.0.0.1:${port}` },
		stdio: ['ignore', 'ignore', 'pipe']
	});
	running.add(child);
	let said = '';
	child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4_000)));
	child.once('exit', () => running.delete(child));
	while ((await statusOf(port, path)) !== 200) {
		const late = performance.now() - began > PATIENCE;
		if (late || child.exitCode !== null || child.signalCode !== null) {
			child.kill('SIGKILL');
			throw new Error(`${args.join(' ')} did not answer: ${said}`);
		}
		await new Promise((done) => setTimeout(done, 4));
	}
	const startedIn = performance.now() - began;
	const pid = child.pid ?? 0;
	return { port, startedIn, memory: () => memoryOf(pid), stop: () => stop(child) };
}

/** Whatever a measurement that failed has left running. */
export async function stopAll(): Promise<void> {
	await Promise.all([...running].map(stop));
}

function statusOf(port: number, path: string): Promise<number> {
	return new Promise((resolve) => {
		const asking = request({ port, path, host: '127.0.0.1', agent: false, timeout: 10_000 }, (answer) => {
			answer.resume();
			resolve(answer.statusCode ?? 0);
		});
		asking.once('timeout', () => asking.destroy());
		asking.once('error', () => resolve(0));
		asking.end();
	});
}

function stop(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
	return new Promise((resolve) => {
		const hard = setTimeout(() => child.kill('SIGKILL'), 15_000);
		child.once('exit', () => {
			clearTimeout(hard);
			resolve();
		});
		child.kill('SIGTERM');
	});
}

function memoryOf(pid: number): number {
	try {
		const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
		const threads = readdirSync(`/proc/${pid}/task`);
		const children = threads.flatMap((id) => readFileSync(`/proc/${pid}/task/${id}/children`, 'utf8').split(' '));
		const others = children.filter((one) => one !== '').map((one) => memoryOf(Number(one)));
		return others.reduce((sum, one) => sum + one, kilobytes / 1_024);
	} catch {
		return 0;
	}
}
