import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const MADE_FROM = ['src', 'static', 'svelte.config.js', 'vite.config.ts', 'package-lock.json'];
const RESULT = join('build', 'handler.js');

function newest(path: string): number {
	const about = statSync(path);
	if (!about.isDirectory()) return about.mtimeMs;
	return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Is there a production build, and is nothing it is made from younger? */
export function isBuilt(): boolean {
	return existsSync(RESULT) && MADE_FROM.every((path) => newest(path) <= statSync(RESULT).mtimeMs);
}

/** Builds for production if needed. Throws, after the builder's own words, when that fails. */
export function ensureBuilt(): void {
	if (isBuilt()) return;
	const vite = join('node_modules', 'vite', 'bin', 'vite.js');
	const run = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
		stdio: ['ignore', 'inherit', 'inherit']
	});
	if (run.status !== 0) throw new Error('The production build failed.');
}
