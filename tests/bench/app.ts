import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { startServer, type Server } from './child.ts';
import { environment } from './city/environment.ts';
import { readNotes, type Heard } from './reference/heard.ts';

/** Says "for me alone" without a session: the page is rendered anew, as it is for everybody, and not kept. */
export const UNCACHED = { authorization: 'bench' };

/** The arguments with which `npm start` calls Node. */
function startArguments(): string[] {
	const { scripts } = z
		.object({ scripts: z.object({ start: z.string() }) })
		.parse(JSON.parse(readFileSync('package.json', 'utf8')));
	return (scripts.start.split('&&').at(-1) ?? '').trim().split(/\s+/).slice(1);
}

/** The production build as `npm start` runs it. */
export function startApp(url: string, env: Record<string, string> = {}): Promise<Server> {
	return startServer(startArguments(), { ...environment(url), NODE_ENV: 'production', ...env });
}

export function startReference(name: string, env: Record<string, string>): Promise<Server> {
	return startServer([join(import.meta.dirname, 'reference', `${name}.ts`)], env, '/ready');
}

/** Asks each page once and returns the queries behind it. The notes stay in `file` until the process ends. */
export async function overhear(
	url: string,
	paths: readonly string[],
	headers: Record<string, string>
): Promise<{ file: string; pages: Map<string, Heard[]>; statuses: Map<string, number> }> {
	const folder = join(tmpdir(), 'teilhabe-bench');
	mkdirSync(folder, { recursive: true });
	const file = join(folder, `notes-${process.pid}.jsonl`);
	rmSync(file, { force: true });
	process.once('exit', () => rmSync(file, { force: true }));
	const ears = pathToFileURL(join(import.meta.dirname, 'reference', 'overhear.ts')).href;
	const app = await startApp(url, { BENCH_NOTES: file, NODE_OPTIONS: `--import=${ears}` });
	const statuses = new Map<string, number>();
	// Twice: what a page asks once per process (and then remembers) is not what it costs.
	for (const path of paths) await visit(app, path, headers);
	rmSync(file, { force: true });
	for (const path of paths) statuses.set(path, (await visit(app, path, headers)).status);
	await app.stop();
	return { file, pages: readNotes(file), statuses };
}

export async function visit(app: Server, path: string, headers: Record<string, string> = {}): Promise<Response> {
	const answer = await fetch(`http://127.0.0.1:${app.port}${path}`, { headers, redirect: 'manual' });
	await answer.clone().arrayBuffer();
	return answer;
}
