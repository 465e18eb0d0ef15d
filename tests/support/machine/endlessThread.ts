import { parentPort } from 'node:worker_threads';

/** Does with every job what a file can do to whoever reads it: never ends. */
parentPort?.on('message', () => {
	for (;;);
});
