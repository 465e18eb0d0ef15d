import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';

/** Nice, as the system counts it: 0 is usual, 19 gives way to everybody. */
const LOWEST_NICE = 10;

/**
 * Called in a thread: from now on it computes when nobody else needs the processor, so that visitors do not wait for
 * what could be done later. Linux keeps a priority for each thread; elsewhere nothing happens.
 */
export function lowerThreadPriority(): void {
	try {
		const thread = Number(/\d+$/.exec(readlinkSync('/proc/thread-self'))?.[0]);
		if (thread > 0 && thread !== process.pid) setPriority(thread, LOWEST_NICE);
	} catch {
		// Not on Linux, or not allowed.
	}
}
