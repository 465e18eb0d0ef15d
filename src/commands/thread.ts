import type { Logger } from 'pino';
import { Worker } from 'node:worker_threads';

const PAUSE = 5_000;

/** The chores' memory is small; a limit of its own keeps a mistake there from taking the server down. */
const LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 8 };

/** Runs the worker in a thread. If it ever dies, visitors notice nothing and a new one begins after a pause. */
export function keepWorking(log: Logger): { stop(): Promise<void> } {
	let stopping = false;
	let pause: NodeJS.Timeout | undefined;
	let worker = begin();

	function begin(): Worker {
		const made = new Worker(new URL('../worker.ts', import.meta.url), { resourceLimits: LIMITS });
		made.on('error', (error) => log.error({ err: error }, 'the worker died'));
		made.on('exit', () => {
			if (stopping) return;
			pause = setTimeout(() => (worker = begin()), PAUSE);
		});
		return made;
	}

	return {
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
