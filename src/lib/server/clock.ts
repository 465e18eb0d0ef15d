import type { Logger } from 'pino';
import { makeCtx } from './ctx.ts';
import { installationValue, setInstallationValue } from './db/migrations/installation.ts';
import type { App } from './app.ts';
import { DAY, HOUR, MINUTE } from '../time.ts';

/** More than the slow corrections of a time service, less than what anybody would notice. */
const TOLERANCE = 2 * MINUTE;
/** So long the time of day has to go on evenly before it is believed again. */
const STEADY = HOUR;
/** Whoever switches the process off for longer waits an hour for what is due: that harms nobody. */
const LONGEST_PAUSE = 2 * DAY;

/** What was last noted of the clock: what it showed, in milliseconds; that it was doubted; null: nothing yet. */
export type LastClock = number | 'doubted' | null;

/** Milliseconds: the time of day, and the time since some moment that nobody sets. */
export interface Clocks {
	wall(): number;
	monotonic(): number;
}

const SYSTEM: Clocks = { wall: () => Date.now(), monotonic: () => performance.now() };

/**
 * Whether the time of day may be believed. A machine that wakes up in 2038, or a mistyped date, would otherwise end
 * votes, destroy their keys and erase people's data within seconds, for good. The wall clock is held against the
 * monotonic one, and at the start against when the database was last written: after a jump it has to go on evenly for
 * an hour, and a restart meanwhile makes nothing of that.
 */
export class ClockWatch {
	#clocks: Clocks;
	#offset: number;
	#doubtedAt: number | null;

	constructor(lastSeen: LastClock, clocks: Clocks = SYSTEM) {
		this.#clocks = clocks;
		this.#offset = this.#offsetNow();
		const since = typeof lastSeen === 'number' ? clocks.wall() - lastSeen : 0;
		const unlikely = lastSeen === 'doubted' || since < -TOLERANCE || since > LONGEST_PAUSE;
		this.#doubtedAt = unlikely ? clocks.monotonic() : null;
	}

	#offsetNow(): number {
		return this.#clocks.wall() - this.#clocks.monotonic();
	}

	/** By how many milliseconds the time of day has jumped since this was last asked; 0: it has not. */
	#jumped(): number {
		const offset = this.#offsetNow();
		const by = offset - this.#offset;
		if (Math.abs(by) <= TOLERANCE) return 0;
		this.#offset = offset;
		return by;
	}

	isSteady(): boolean {
		if (this.#jumped() !== 0) this.#doubtedAt = this.#clocks.monotonic();
		if (this.#doubtedAt === null) return true;
		if (this.#clocks.monotonic() - this.#doubtedAt < STEADY) return false;
		this.#doubtedAt = null;
		return true;
	}
}

const NOTED = 'clock';

const DOUBTED = 'doubted';

export async function lastClock({ reader }: Pick<App, 'reader'>): Promise<LastClock> {
	const shown = await installationValue(reader, NOTED);
	return shown === null || shown === DOUBTED ? shown : Date.parse(shown);
}

/** For the next start, should it come before the clock is believed again. */
export async function noteDoubt(app: App): Promise<void> {
	await setInstallationValue(makeCtx(app, 'worker'), NOTED, DOUBTED);
}

/** A chore: what the clock shows now, for the next start. */
export async function noteClock(app: App): Promise<void> {
	const ctx = makeCtx(app, 'worker');
	await setInstallationValue(ctx, NOTED, ctx.now);
}

/** Says it once when the clock is doubted, and once when it is believed again. */
export function watchClock(watch: ClockWatch, log: Logger): () => boolean {
	let before = true;
	return () => {
		const steady = watch.isSteady();
		if (before && !steady) {
			log.error(
				'the clock has jumped: what the time of day decides for good waits until it has gone on evenly for an hour'
			);
		} else if (!before && steady) log.info('the clock is believed again');
		before = steady;
		return steady;
	};
}
