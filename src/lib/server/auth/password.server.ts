import { hash, verify } from '@node-rs/argon2';
import { Refused } from '../../verdict.ts';

/** argon2id with the parameters OWASP names first: 19 MiB, two rounds, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Verified against when there is no such account, so that the answer takes as long as with one. */
let decoy: Promise<string> | null = null;

export function hashPassword(password: string): Promise<string> {
	return hash(password, COST);
}

export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
	decoy ??= hashPassword('nobody has this password');
	const matches = await verify(stored ?? (await decoy), password);
	return stored !== null && matches;
}

interface Waiting {
	place: string;
	begin(): void;
	/** Refuses a waiting request because the queue is full (tooManyTries). */
	sendAway(): void;
}

/**
 * Checking a password costs memory and time on purpose, so only so many are checked at once, and the others wait: devices
 * that are known first, then place after place, one of each. Whoever sends a thousand wrong ones waits for themselves.
 */
export class PasswordQueue {
	readonly #atOnce: number;
	readonly #mostWaiting: number;
	#running = 0;
	readonly #known: Waiting[] = [];
	/** By place, in the order of their turns. */
	readonly #places = new Map<string, Waiting[]>();
	#waiting = 0;

	constructor(atOnce = 2, mostWaiting = 500) {
		this.#atOnce = atOnce;
		this.#mostWaiting = mostWaiting;
	}

	/** Does the work when it is this one's turn. Refused: tooManyTries, when more wait than can. */
	async run<T>({ place, known }: { place: string; known: boolean }, work: () => Promise<T>): Promise<T> {
		if (this.#running >= this.#atOnce) await this.#wait(place, known);
		else this.#running++;
		try {
			return await work();
		} finally {
			this.#next();
		}
	}

	#wait(place: string, known: boolean): Promise<void> {
		return new Promise((begin, reject) => {
			const waiting = { place, begin, sendAway: () => reject(new Refused('tooManyTries')) };
			if (known) return void this.#known.push(waiting);
			const here = this.#places.get(place) ?? [];
			this.#places.set(place, here);
			here.push(waiting);
			if (++this.#waiting > this.#mostWaiting) this.#sendOneAway();
		});
	}

	/** The last of the place that most wait at. */
	#sendOneAway(): void {
		const longest = [...this.#places.values()].reduce((a, b) => (b.length >= a.length ? b : a));
		const last = longest.pop();
		if (longest.length === 0 && last) this.#places.delete(last.place);
		this.#waiting--;
		last?.sendAway();
	}

	#next(): void {
		const next = this.#known.shift() ?? this.#nextPlace();
		if (next) next.begin();
		else this.#running--;
	}

	#nextPlace(): Waiting | undefined {
		const [first] = this.#places;
		if (!first) return undefined;
		const [place, here] = first;
		const next = here.shift();
		this.#waiting--;
		// To the end of the round.
		this.#places.delete(place);
		if (here.length > 0) this.#places.set(place, here);
		return next;
	}
}

export const passwordQueue = new PasswordQueue();
