import { createHmac, randomBytes } from 'node:crypto';

/**
 * Slows down guessing without remembering anybody: addresses are kept only as a keyed hash with a salt that is
 * thrown away every day, in memory, never in the database or a log.
 */
const DAY = 24 * 60 * 60 * 1000;
const MOST_KEYS = 50_000;

export interface Limit {
	/** Tries allowed at once. */
	burst: number;
	/** Milliseconds after which one try is given back. */
	refill: number;
}

/** An IPv6 user has 2^64 addresses to come from, so the network counts: the first four groups. */
export function placeOf(address: string): string {
	if (!address.includes(':') || address.includes('.')) return address;
	const [head = '', tail] = address.toLowerCase().split('::');
	const before = head === '' ? [] : head.split(':');
	const after = tail === undefined || tail === '' ? [] : tail.split(':');
	const gap = tail === undefined ? 0 : 8 - before.length - after.length;
	const groups = [...before, ...Array.from({ length: Math.max(0, gap) }, () => '0'), ...after];
	return groups
		.slice(0, 4)
		.map((group) => Number.parseInt(group, 16).toString(16))
		.join(':');
}

export class Limiter {
	/** By purpose: a flood of strangers' addresses pushes out addresses, never somebody's second factor. */
	readonly #purposes = new Map<string, Map<string, { left: number; at: number }>>();
	readonly #most: number;
	#salt = randomBytes(32);
	#saltedAt = 0;

	constructor(most = MOST_KEYS) {
		this.#most = most;
	}

	/** `now` may run from anywhere, but never back: a clock that is set right must not make anybody wait. A refused try does not count: nobody can keep somebody out by trying on. False: too many tries. */
	allow(purpose: string, who: string, limit: Limit, now: number): boolean {
		this.#renew(now);
		const key = createHmac('sha256', this.#salt).update(`${purpose}\n${who}`).digest('base64url');
		const buckets = this.#purposes.get(purpose) ?? new Map<string, { left: number; at: number }>();
		this.#purposes.set(purpose, buckets);
		const bucket = buckets.get(key) ?? { left: limit.burst, at: now };
		const left = Math.min(limit.burst, bucket.left + Math.max(0, now - bucket.at) / limit.refill);
		buckets.delete(key);
		buckets.set(key, { left: left >= 1 ? left - 1 : left, at: now });
		const oldest = buckets.size > this.#most ? buckets.keys().next().value : undefined;
		if (oldest !== undefined) buckets.delete(oldest);
		return left >= 1;
	}

	#renew(now: number): void {
		if (Math.abs(now - this.#saltedAt) < DAY) return;
		this.#salt = randomBytes(32);
		this.#saltedAt = now;
		this.#purposes.clear();
	}
}

export const limiter = new Limiter();
