import { createHmac, randomBytes } from 'node:crypto';
import type { Kept, Limits, Step } from './limits.ts';

const MOST_KEPT = 50_000;

/**
 * In memory: SQLite has one process that serves, and a flood of guesses should not make votes wait for the disk. By a
 * clock that nobody sets. Who tries is known by a digest with a salt that is in memory only and new with every start:
 * nothing outside this process tells addresses from it.
 */
export class MemoryLimits implements Limits {
	readonly #purposes = new Map<string, Map<string, Kept>>();
	readonly #salt = randomBytes(32);
	readonly #clock: () => number;
	readonly #most: number;

	constructor(clock = () => performance.now(), most = MOST_KEPT) {
		this.#clock = clock;
		this.#most = most;
	}

	/** Of how many who tried something is kept. */
	get size(): number {
		return [...this.#purposes.values()].reduce((sum, { size }) => sum + size, 0);
	}

	async change<T>(purpose: string, who: string, step: Step<T>): Promise<T> {
		const now = this.#clock();
		const all = this.#purposes.get(purpose) ?? new Map<string, Kept>();
		this.#purposes.set(purpose, all);
		const key = createHmac('sha256', this.#salt).update(`${purpose}\n${who}`).digest('base64url');
		const known = all.get(key);
		const { kept, answer } = step(known && known.until > now ? known : null, now);
		all.delete(key);
		if (kept) all.set(key, kept);
		makeRoom(all, now, this.#most);
		return answer;
	}

	async sweep(): Promise<void> {
		const now = this.#clock();
		for (const all of this.#purposes.values()) {
			for (const [key, { until }] of all) if (until <= now) all.delete(key);
		}
	}
}

/** Oldest first: what is over goes, and what is too much. */
function makeRoom(all: Map<string, Kept>, now: number, most: number): void {
	for (const [key, { until }] of all) {
		if (until > now && all.size <= most) return;
		all.delete(key);
	}
}
