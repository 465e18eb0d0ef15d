import { makeCtx } from '../ctx.ts';
import type { House } from '../house.ts';
import { latestEntries } from '../journal/journal.server.ts';
import { advance } from '../revision.ts';

const EVERY = 1_000;

/** Notices what other processes and the worker have changed, so that cached pages do not outlive it by more than a second. */
export function watchRevision(house: House): () => void {
	let latest: string | null = null;
	const timer = setInterval(async () => {
		try {
			const now = await latestEntries(makeCtx(house, 'web'));
			// The first look counts as a change, too: something may have happened between a page and this look.
			if (now !== latest) advance();
			latest = now;
		} catch (error) {
			latest = null;
			house.log.warn({ err: error }, 'could not look for changes');
		}
	}, EVERY);
	timer.unref();
	return () => clearInterval(timer);
}
