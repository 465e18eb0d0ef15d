import { spawn } from 'node:child_process';
import { openDatabase } from '#lib/server/db/open.ts';
import type { EmptyDatabase } from './empty.ts';

export async function using<T>(
	database: EmptyDatabase,
	work: (connections: ReturnType<typeof openDatabase>) => Promise<T>
) {
	const connections = openDatabase(database.config);
	return work(connections).finally(() => connections.close());
}

/** As typed on a shell; killed after so many milliseconds, if it has not ended before. */
export function command(database: EmptyDatabase, killedAfter?: number): Promise<{ code: number | null; told: string }> {
	const env = { PATH: process.env.PATH ?? '', DATABASE_URL: database.url };
	const child = spawn(process.execPath, ['src/commands/migrate.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
	let told = '';
	for (const channel of [child.stdout, child.stderr]) channel.on('data', (chunk: Buffer) => (told += chunk.toString()));
	if (killedAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), killedAfter);
	return new Promise((done) => child.once('close', (code) => done({ code, told })));
}
