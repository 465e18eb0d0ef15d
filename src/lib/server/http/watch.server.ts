import { makeCtx } from '../ctx.ts';
import { troubleOf } from '../db/trouble.ts';
import type { House } from '../house.ts';
import { latestEntries } from '../journal/journal.server.ts';
import { advance } from '../revision.ts';

const EVERY = 1_000;

/**
 * Notices what other processes and the worker have changed, so that cached pages do not outlive it by more than a
 * second. Resolves after the first look, which must come before the first page. Returns how to stop.
 */
export async function watchRevision(house: House): Promise<() => void> {
	const look = () =>
		latestEntries(makeCtx(house, 'web')).catch((error: unknown) => {
			// Every request says so already.
			if (!troubleOf(error)) house.log.warn({ err: error }, 'could not look for changes');
			return null;
		});
	let latest = await look();
	const timer = setInterval(async () => {
		const now = await look();
		if (now === null || now !== latest) advance();
		latest = now;
	}, EVERY);
	timer.unref();
	return () => clearInterval(timer);
}
