import type { Logger } from 'pino';
import { setTimeout as sleep } from 'node:timers/promises';
import { instruments } from './metrics/instruments.ts';
import { causeOf } from './db/health.ts';
import { troubleOf, type Trouble } from './db/trouble.ts';

/** Something to be done again and again. Several processes may do it at once: it must bear that. */
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
	const rounds = chores.map(({ run, ...chore }) => {
		const mayRun = () => (chore.dated && !clockIsSteady() ? Promise.resolve() : run());
		return goRound({ ...chore, run: mayRun }, log, stopping.signal);
	});
	return {
		async stop() {
			stopping.abort();
			await Promise.all(rounds);
		}
	};
}

function count({ name: chore }: Chore, result: 'done' | 'failed', began: number): void {
	const to = instruments();
	to?.choreRuns.inc({ chore, result });
	to?.choreSeconds.set({ chore }, (performance.now() - began) / 1000);
	if (result === 'done') to?.choreLast.setToCurrentTime({ chore });
}

async function goRound(chore: Chore, log: Logger, stopping: AbortSignal): Promise<void> {
	let before: Trouble | null = null;
	while (!stopping.aborted) {
		const began = performance.now();
		try {
			await chore.run();
			before = null;
			count(chore, 'done', began);
		} catch (error) {
			count(chore, 'failed', began);
			const trouble = troubleOf(error);
			if (!trouble) log.error({ chore: chore.name, err: error }, 'a chore failed');
			// Some come every second, and what ails the database may take hours.
			else if (trouble !== before) log.warn({ chore: chore.name, trouble }, `a chore waits: ${causeOf(trouble)}`);
			before = trouble;
		}
		await sleep(chore.every, undefined, { signal: stopping }).catch(() => undefined);
	}
}
