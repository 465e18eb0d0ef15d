import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { currentBuild } from './buildFolders.ts';
import { OperatorError } from './reportOperatorError.ts';

const MADE_FROM = ['src', 'static', 'svelte.config.js', 'vite.config.ts', 'package-lock.json'];

function newest(path: string): number {
	const about = statSync(path);
	if (!about.isDirectory()) return about.mtimeMs;
	return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Is there a production build, and is nothing it is made from younger? */
function isBuilt(): boolean {
	const folder = currentBuild();
	if (folder === null) return false;
	const builtAt = statSync(join(folder, 'handler.js')).mtimeMs;
	return MADE_FROM.every((path) => newest(path) <= builtAt);
}

/** Builds for production if needed. Throws `OperatorError`, after the builder's own words, when that fails. */
export function ensureBuilt(): void {
	if (isBuilt()) return;
	const vite = join('node_modules', 'vite', 'bin', 'vite.js');
	const run = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
		// The framework's own advice ("npm run preview") is not for here; warnings and errors are on the other channel.
		stdio: ['ignore', 'ignore', 'inherit']
	});
	if (run.status !== 0) throw new OperatorError('The production build failed.');
}
