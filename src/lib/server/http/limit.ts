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

export class Limiter {
	readonly #buckets = new Map<string, { left: number; at: number }>();
	#salt = randomBytes(32);
	#saltedAt = 0;

	/** False when there were too many tries. Counts this try. */
	allow(purpose: string, who: string, limit: Limit, now: number): boolean {
		this.#renew(now);
		const key = createHmac('sha256', this.#salt).update(`${purpose}\n${who}`).digest('base64url');
		const bucket = this.#buckets.get(key) ?? { left: limit.burst, at: now };
		const left = Math.min(limit.burst, bucket.left + (now - bucket.at) / limit.refill);
		this.#buckets.delete(key);
		this.#buckets.set(key, { left: Math.max(0, left - 1), at: now });
		const oldest = this.#buckets.size > MOST_KEYS ? this.#buckets.keys().next().value : undefined;
		if (oldest !== undefined) this.#buckets.delete(oldest);
		return left >= 1;
	}

	#renew(now: number): void {
		if (now - this.#saltedAt < DAY) return;
		this.#salt = randomBytes(32);
		this.#saltedAt = now;
		this.#buckets.clear();
	}
}

export const limiter = new Limiter();
