import { spawn } from 'node:child_process';
import { CHILD_ENVIRONMENT } from './environment.ts';

export interface Ended {
	/** null: it was killed. */
	code: number | null;
	/** On both channels. */
	said: string;
}

/** Node with these arguments, in this environment alone; killed after so many milliseconds, if it has not ended before. */
export function node(args: readonly string[], env: Record<string, string>, killedAfter?: number): Promise<Ended> {
	const child = spawn(process.execPath, args, {
		env: { ...CHILD_ENVIRONMENT, ...env },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let said = '';
	for (const channel of [child.stdout, child.stderr]) channel.on('data', (chunk: Buffer) => (said += chunk.toString()));
	const timer = killedAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killedAfter);
	return new Promise((done) =>
		child.once('close', (code) => {
			clearTimeout(timer);
			done({ code, said });
		})
	);
}

/** One of src/commands, as an operator types it. */
export const command = (name: string, args: readonly string[], env: Record<string, string>, killedAfter?: number) =>
	node([`src/commands/${name}.ts`, ...args], env, killedAfter);
