import {
	copyFileSync,
	existsSync,
	linkSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DAY } from '#lib/time.ts';

/**
 * Every build has a folder of its own below `build`; the file `current` names the one that the next start serves. So
 * building takes nothing away from a server that runs, and a build that is cut off is never served.
 */
const BUILDS = 'build';
const CURRENT = 'current';
const CARRIED = 'carried.json';
const IMMUTABLE = join('client', '_app', 'immutable');
const IN_USE = /^in-use-(\d+)$/;
const NAME = /^\d{8}T\d{9}Z$/;
/** Besides the current one, for going back. */
const KEPT = 2;
/** Pages that somebody has open ask for what their own build brought with it. */
const CARRIED_FOR = 14 * DAY;

export function newBuildFolder(): string {
	return join(BUILDS, new Date().toISOString().replace(/[-:.]/g, ''));
}

/** The folder that is to be served; null: there is no build. */
export function currentBuild(): string | null {
	try {
		const folder = join(BUILDS, readFileSync(join(BUILDS, CURRENT), 'utf8').trim());
		return existsSync(join(folder, 'handler.js')) ? folder : null;
	} catch {
		return null;
	}
}

/** From now on this build is served by whoever starts; what nobody needs any more goes. */
export function switchTo(folder: string): void {
	const before = currentBuild();
	if (before !== null) carryOver(before, folder);
	const name = folder.slice(BUILDS.length + 1);
	const unfinished = join(BUILDS, `${CURRENT}.${process.pid}`);
	writeFileSync(unfinished, `${name}\n`);
	renameSync(unfinished, join(BUILDS, CURRENT));
	dropOld(name);
}

/** Says that this process serves from the folder, so that no later build removes it. Returns how to say that it does not. */
export function useBuild(folder: string): () => void {
	const mark = join(folder, `in-use-${process.pid}`);
	try {
		writeFileSync(mark, '');
	} catch {
		// Where nothing can be written nobody builds either.
	}
	return () => rmSync(mark, { force: true });
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}

function isUsed(folder: string): boolean {
	return readdirSync(folder).some((file) => isRunning(Number(IN_USE.exec(file)?.[1] ?? Number.NaN)));
}

function dropOld(current: string): void {
	const others = readdirSync(BUILDS).filter((name) => NAME.test(name) && name !== current);
	for (const name of others.sort().reverse().slice(KEPT)) {
		if (!isUsed(join(BUILDS, name))) rmSync(join(BUILDS, name), { recursive: true, force: true });
	}
}

/** When each file that came from an earlier build was replaced, by its path. */
function carriedIn(folder: string): Map<string, number> {
	try {
		const known: unknown = JSON.parse(readFileSync(join(folder, CARRIED), 'utf8'));
		return new Map(Object.entries(known ?? {}).map(([path, at]) => [path, Number(at)]));
	} catch {
		return new Map();
	}
}

function carryOver(from: string, to: string): void {
	const now = Date.now();
	const known = carriedIn(from);
	const carried: Record<string, number> = {};
	for (const entry of readdirSync(join(from, IMMUTABLE), { recursive: true, withFileTypes: true })) {
		if (!entry.isFile()) continue;
		const path = join(entry.parentPath, entry.name).slice(from.length + 1);
		const since = known.get(path) ?? now;
		if (now - since > CARRIED_FOR || existsSync(join(to, path))) continue;
		carried[path] = since;
		mkdirSync(dirname(join(to, path)), { recursive: true });
		link(join(from, path), join(to, path));
	}
	writeFileSync(join(to, CARRIED), JSON.stringify(carried));
}

function link(from: string, to: string): void {
	try {
		linkSync(from, to);
	} catch {
		copyFileSync(from, to);
	}
}
