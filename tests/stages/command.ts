import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { COMPILED } from '../support/machine/environment.ts';

/** Several times what the longest program of a run takes on a busy machine: only what hangs is ended. */
const LIMIT_MINUTES = 80;

export interface Outcome {
	ok: boolean;
	output: string;
}

/** Runs one program from the repository root and resolves when it has ended; it never rejects. */
export type Command = (program: string, args: readonly string[], env?: Record<string, string>) => Promise<Outcome>;

/** Programs in groups of their own, so that what they have started ends with them. */
export function commands(folder: string): { command: Command; killAll: () => void } {
	const running = new Set<number>();
	let stopped = false;
	// Our package's own Node and programs first; everything temporary goes where it will be removed.
	const path = `node_modules/.bin:${process.env.PATH ?? ''}`;
	const places = { PATH: path, TMPDIR: folder, NODE_COMPILE_CACHE: join(folder, COMPILED) };
	const base = { ...process.env, ...places, NO_COLOR: '1', FORCE_COLOR: '0' };
	const command: Command = (program, args, env = {}) =>
		new Promise((resolve) => {
			if (stopped) return resolve({ ok: false, output: 'interrupted' });
			const child = spawn(program, args, {
				env: { ...base, ...env },
				detached: true,
				stdio: ['ignore', 'pipe', 'pipe']
			});
			let output = '';
			const add = (chunk: Buffer) => (output += chunk.toString());
			child.stdout.on('data', add);
			child.stderr.on('data', add);
			if (child.pid) running.add(child.pid);
			const limit = setTimeout(() => {
				output += `\n${program} had not come to its end after ${LIMIT_MINUTES} minutes and was ended.\n`;
				if (child.pid) end(child.pid, 'SIGKILL');
				// Not when it closes: what it has started may hold its output.
				resolve({ ok: false, output });
			}, LIMIT_MINUTES * 60_000);
			child.once('error', (error) => resolve({ ok: false, output: error.message }));
			child.once('close', (code) => {
				clearTimeout(limit);
				if (child.pid) running.delete(child.pid);
				resolve({ ok: code === 0, output });
			});
		});
	const killAll = () => {
		stopped = true;
		for (const pid of running) end(pid, 'SIGTERM');
	};
	return { command, killAll };
}

function end(pid: number, signal: NodeJS.Signals): void {
	try {
		process.kill(-pid, signal);
	} catch {
		// It has ended meanwhile, which is what we want.
	}
}
