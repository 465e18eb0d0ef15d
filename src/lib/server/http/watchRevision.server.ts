import { makeCtx } from '../ctx.ts';
import { listenToJournal } from '../db/connections/listen.ts';
import { databaseErrorOf } from '../db/databaseErrors.ts';
import type { App } from '../app.ts';
import { latestEntries } from '../journal/journal.server.ts';
import { advance } from '../revision.ts';

const EVERY = 1_000;

/**
 * Notices what other processes and the worker have changed, so that cached pages do not outlive it: PostgreSQL announces
 * it, and everywhere it is looked for every second, which is the safety net there and the only way on SQLite. Resolves
 * after the first look, which must come before the first page. Returns how to stop.
 */
export async function watchRevision(app: App): Promise<() => Promise<void>> {
	const look = () =>
		latestEntries(makeCtx(app, 'web')).catch((error: unknown) => {
			// Every request says so already.
			if (!databaseErrorOf(error)) app.log.warn({ err: error }, 'could not look for changes');
			return null;
		});
	let latest = await look();
	/** How often it was asked to look while somebody did. */
	let asked = 0;
	const check = async () => {
		if (asked++ > 0) return;
		for (let seen = 0; seen < asked;) {
			seen = asked;
			const now = await look();
			if (now === null || now !== latest) advance();
			latest = now;
		}
		asked = 0;
		void app.replica?.follow();
	};
	const timer = setInterval(check, EVERY);
	timer.unref();
	void app.replica?.follow();
	const { database } = app.config;
	const stopListening = database.kind === 'postgres' ? listenToJournal(database.url, () => void check()) : null;
	return async () => {
		clearInterval(timer);
		await stopListening?.();
	};
}
