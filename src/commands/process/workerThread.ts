import type { Logger } from 'pino';
import { Worker } from 'node:worker_threads';
import type { Counted } from '#lib/server/metrics/scrape.ts';

const PAUSE = 5_000;

/** The chores' memory is small; a limit of its own keeps a mistake there from taking the server down. */
const LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 8 };

/** Runs the worker in a thread. If it ever dies, visitors notice nothing and a new one begins after a pause. */
export function keepWorking(log: Logger): { counted(): Counted; stop(): Promise<void> } {
	let stopping = false;
	let pause: NodeJS.Timeout | undefined;
	let counted: Counted = [];
	let worker = begin();

	function begin(): Worker {
		const made = new Worker(new URL('../../worker.ts', import.meta.url), { resourceLimits: LIMITS });
		made.on('error', (error) => log.error({ err: error }, 'the worker died'));
		// It sends nothing else.
		made.on('message', (numbers: Counted) => (counted = numbers));
		made.on('exit', () => {
			if (stopping) return;
			pause = setTimeout(() => (worker = begin()), PAUSE);
		});
		return made;
	}

	return {
		counted: () => counted,
		async stop() {
			stopping = true;
			clearTimeout(pause);
			if (worker.threadId === -1) return;
			const ended = new Promise<void>((done) => worker.once('exit', () => done()));
			worker.postMessage('stop');
			await ended;
		}
	};
}
