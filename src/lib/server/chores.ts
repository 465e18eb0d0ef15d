import type { Logger } from 'pino';
import { setTimeout as sleep } from 'node:timers/promises';

/** Something to be done again and again. Several processes may do it at once: it must bear that. */
export interface Chore {
	name: string;
	/** Milliseconds from the end of one run to the beginning of the next. */
	every: number;
	run(): Promise<unknown>;
}

/** Does every chore in a round of its own; one that fails is logged and comes again. `stop` waits for running ones. */
export function startChores(chores: readonly Chore[], log: Logger): { stop(): Promise<void> } {
	const stopping = new AbortController();
	const rounds = chores.map((chore) => goRound(chore, log, stopping.signal));
	return {
		async stop() {
			stopping.abort();
			await Promise.all(rounds);
		}
	};
}

async function goRound(chore: Chore, log: Logger, stopping: AbortSignal): Promise<void> {
	while (!stopping.aborted) {
		try {
			await chore.run();
		} catch (error) {
			log.error({ chore: chore.name, err: error }, 'a chore failed');
		}
		await sleep(chore.every, undefined, { signal: stopping }).catch(() => undefined);
	}
}
