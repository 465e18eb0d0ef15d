import { HOUR, MINUTE } from '../../time.ts';

/**
 * Slows down guessing without remembering anybody for longer than the slowing down lasts. What is kept of one who tries is
 * found by a keyed digest, and is gone as soon as it would make no difference any more.
 */
export interface Limit {
	/** Tries allowed at once. */
	burst: number;
	/** Milliseconds after which one try is given back. */
	refill: number;
}

/** What is kept of one who tries. Instants are milliseconds of whichever clock `Limits` goes by. */
export interface Kept {
	remaining: number;
	at: number;
	/** Of a turn that was asked for: how long the wait for it is. */
	wait: number | null;
	/** From then on it is as if nothing were kept. */
	until: number;
}

/** Token bucket: state and time (ms) to the next state and the answer. Pure, since it is retried when another process changed the state. */
export type Step<T> = (kept: Kept | null, now: number) => { kept: Kept | null; answer: T };

export interface Limits {
	/**
	 * Takes one step for `who`, at one time with nobody else. Each purpose has room of its own: a flood of strangers'
	 * addresses pushes out addresses, never somebody's second factor.
	 */
	change<T>(purpose: string, who: string, step: Step<T>): Promise<T>;
	/** Forgets what makes no difference any more. */
	sweep(): Promise<void>;
}

/**
 * Whoever counts forgets, also when nobody tries any more: where it is counted in memory, no other process can. Returns how
 * to stop.
 */
export function sweepRegularly(limits: Limits, every = 10 * MINUTE): () => Promise<void> {
	// While the database is away it forgets nothing; the next time it does.
	const timer = setInterval(() => void limits.sweep().catch(() => undefined), every);
	timer.unref();
	return async () => clearInterval(timer);
}

/**
 * What is there again after the time that has passed. A clock that was set back gives nothing, and counts on from where
 * it stands now: nobody waits for it to catch up.
 */
function refilled(kept: Kept | null, { burst, refill }: Limit, now: number): number {
	return kept === null ? burst : Math.min(burst, kept.remaining + Math.max(0, now - kept.at) / refill);
}

const bucket = (remaining: number, { burst, refill }: Limit, now: number): Kept => ({
	...{ remaining, at: now, wait: null },
	until: now + (burst - remaining) * refill
});

/** Takes one try. False: there is none left. A refused one does not count: nobody can keep somebody out by trying on. */
export function takeToken(limit: Limit): Step<boolean> {
	return (kept, now) => {
		const remaining = refilled(kept, limit, now);
		const answer = remaining >= 1;
		return { kept: bucket(answer ? remaining - 1 : remaining, limit, now), answer };
	};
}

/** How many tries are left, without taking one; below zero: how many too many there were. */
export function tokensLeft(limit: Limit): Step<number> {
	return (kept, now) => ({ kept, answer: refilled(kept, limit, now) });
}

/** Takes one try whether there is one left or not, down to `floor`. */
export function forceTakeToken(limit: Limit, floor: number): Step<void> {
	return (kept, now) => {
		const remaining = Math.max(floor, refilled(kept, limit, now) - 1);
		return { kept: bucket(remaining, limit, now), answer: undefined };
	};
}

/** Longer than anybody is asked to wait: whoever has waited finds their turn. */
const TURN_KEPT = HOUR;

/**
 * Whoever has had their `free` tries asks for a turn, waits for `delay` milliseconds and has one try then. Answers with
 * the milliseconds that are left to wait, as they were first said; 0: now.
 */
export function waitTurn({ free, delay }: { free: number; delay: number }): Step<number> {
	return (kept, now) => {
		const had = kept?.remaining ?? 0;
		const keep = (remaining: number, wait: number | null, at = now): Kept => ({
			...{ remaining, at, wait },
			until: now + TURN_KEPT
		});
		if (had < free) return { kept: keep(had + 1, null), answer: 0 };
		if (kept === null || kept.wait === null) return { kept: keep(had, delay), answer: delay };
		const waited = now - kept.at;
		// Set back, the clock would say that somebody asked in the future: they ask now.
		if (waited < 0) return { kept: keep(had, delay), answer: delay };
		if (waited >= kept.wait) return { kept: keep(had, null), answer: 0 };
		return { kept: keep(had, kept.wait, kept.at), answer: kept.wait - waited };
	};
}

/** As if nobody had tried. */
export const forget: Step<void> = () => ({ kept: null, answer: undefined });

/** An IPv6 user has 2^64 addresses to come from, so the network counts: the first four groups. */
export function placeOf(address: string, groupsKept = 4): string {
	if (!address.includes(':') || address.includes('.')) return address;
	const [head = '', tail] = address.toLowerCase().split('::');
	const before = head === '' ? [] : head.split(':');
	const after = tail === undefined || tail === '' ? [] : tail.split(':');
	const gap = tail === undefined ? 0 : 8 - before.length - after.length;
	const groups = [...before, ...Array.from({ length: Math.max(0, gap) }, () => '0'), ...after];
	return groups
		.slice(0, groupsKept)
		.map((group) => Number.parseInt(group, 16).toString(16))
		.join(':');
}
