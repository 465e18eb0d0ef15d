import type { Logger } from 'pino';
import { setTimeout as sleep } from 'node:timers/promises';
import { instruments } from './metrics/instruments.ts';
import { causeOf } from './db/writeHealth.ts';
import { databaseErrorOf, type DatabaseError } from './db/databaseErrors.ts';

/**
 * Something to be done again and again. Every process does it; there is no lock. What must not be done twice claims its rows
 * (`mail/outbox.server.ts`, `importJobs/worker.server.ts`, `votes/scans/readScans.server.ts`).
 */
export interface Chore {
	name: string;
	/** Milliseconds from the end of one run to the beginning of the next. */
	every: number;
	/** What the time of day decides, and nobody can take back: it waits while the clock may be wrong. */
	dated?: boolean;
	run(): Promise<unknown>;
}

/** Does every chore in a round of its own; one that fails is logged and comes again. `stop` waits for running ones. */
export function startChores(
	chores: readonly Chore[],
	log: Logger,
	clockIsSteady: () => boolean = () => true
): { stop(): Promise<void> } {
	const stopping = new AbortController();
	const rounds = chores.map((chore) => {
		const run = () => (chore.dated && !clockIsSteady() ? Promise.resolve() : counting(chore));
		return goRound({ ...chore, run }, log, stopping.signal);
	});
	return {
		async stop() {
			stopping.abort();
			await Promise.all(rounds);
		}
	};
}

/** Counts runs that ended, not runs that began: a chore that hangs shows as missing in the metrics. */
async function counting({ name: chore, run }: Chore): Promise<void> {
	const to = instruments();
	const began = performance.now();
	const count = (result: 'done' | 'failed') => {
		to?.choreRuns.inc({ chore, result });
		to?.choreSeconds.set({ chore }, (performance.now() - began) / 1000);
	};
	try {
		await run();
	} catch (error) {
		count('failed');
		throw error;
	}
	count('done');
	to?.choreLast.setToCurrentTime({ chore });
}

async function goRound(chore: Chore, log: Logger, stopping: AbortSignal): Promise<void> {
	let before: DatabaseError | null = null;
	while (!stopping.aborted) {
		try {
			await chore.run();
			before = null;
		} catch (error) {
			const trouble = databaseErrorOf(error);
			if (!trouble) log.error({ chore: chore.name, err: error }, 'a chore failed');
			// Some come every second, and what ails the database may take hours.
			else if (trouble !== before) log.warn({ chore: chore.name, trouble }, `a chore waits: ${causeOf(trouble)}`);
			before = trouble;
		}
		await sleep(chore.every, undefined, { signal: stopping }).catch(() => undefined);
	}
}
