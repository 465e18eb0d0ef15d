import { randomBytes } from 'node:crypto';
import {
	accessSync,
	constants,
	closeSync,
	existsSync,
	fsyncSync,
	linkSync,
	mkdirSync,
	openSync,
	readFileSync,
	rmSync,
	writeSync
} from 'node:fs';
import { dirname, join } from 'node:path';
import { BadConfig } from './config.ts';
import type { Keys } from './secret.ts';

const BYTES = 32;
/** A key that another process has destroyed is gone from this one's memory after that many milliseconds. */
const LOOK_EVERY = 5_000;

/**
 * Keys of chance, each in a file of its own, sealed with the installation's secret. The folder stands outside the database and
 * outside its backups: whoever has both of those and not the folder cannot tell what a key has made unreadable.
 */
export class Keyring {
	readonly folder: string;
	readonly #keys: Keys;
	readonly #held = new Map<string, Buffer>();
	#looking: NodeJS.Timeout | undefined;

	constructor(folder: string, keys: Keys) {
		this.folder = folder;
		this.#keys = keys;
	}

	/** Throws `BadConfig` when no key could be kept there. */
	expectUsable(): void {
		try {
			mkdirSync(this.folder, { recursive: true, mode: 0o700 });
			accessSync(this.folder, constants.R_OK | constants.W_OK | constants.X_OK);
		} catch {
			throw new BadConfig(
				`The folder ${this.folder} for the keys of ballots cannot be written. Say another in TEILHABE_KEYS.`
			);
		}
	}

	/** The key when it is in memory: the way of every vote but the first. */
	held(name: string): Buffer | undefined {
		return this.#held.get(name);
	}

	/** The key in the file, or null when there is none or it was sealed with another secret. */
	read(name: string): Buffer | null {
		try {
			return Buffer.from(this.#keys.open(readFileSync(this.#file(name), 'utf8')), 'base64url');
		} catch {
			return null;
		}
	}

	hold(name: string, key: Buffer): void {
		this.#held.set(name, key);
		this.#looking ??= setInterval(() => this.#look(), LOOK_EVERY).unref();
	}

	/** Makes the key, once: several processes asking at the same time end up with the same. It is on disk afterwards. */
	make(name: string): Buffer {
		mkdirSync(this.folder, { recursive: true, mode: 0o700 });
		const unfinished = `${this.#file(name)}.${randomBytes(6).toString('hex')}`;
		write(unfinished, this.#keys.seal(randomBytes(BYTES).toString('base64url')), 'wx');
		try {
			linkSync(unfinished, this.#file(name));
		} catch (error) {
			if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
		} finally {
			rmSync(unfinished);
		}
		syncFolder(this.folder);
		const key = this.read(name);
		if (!key) throw new Error('a key that was just made cannot be read');
		return key;
	}

	/** Overwrites and removes it. Twice is once. */
	destroy(name: string): void {
		this.#forget(name);
		const file = this.#file(name);
		if (!existsSync(file)) return;
		write(file, randomBytes(readFileSync(file).length).toString('base64url'), 'r+');
		rmSync(file);
		syncFolder(dirname(file));
	}

	#file(name: string): string {
		return join(this.folder, name);
	}

	#look(): void {
		for (const name of this.#held.keys()) if (!existsSync(this.#file(name))) this.#forget(name);
	}

	#forget(name: string): void {
		this.#held.get(name)?.fill(0);
		this.#held.delete(name);
	}
}

/** Answers only when it is on disk: a vote counted with a key that a power cut has lost could be cast twice. */
function write(file: string, text: string, flags: 'wx' | 'r+'): void {
	const handle = openSync(file, flags, 0o600);
	try {
		writeSync(handle, text, 0);
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}

function syncFolder(folder: string): void {
	// Windows knows no such thing.
	if (process.platform === 'win32') return;
	const handle = openSync(folder, 'r');
	try {
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}
