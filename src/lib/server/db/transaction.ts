import { AsyncLocalStorage } from 'node:async_hooks';
import type { Ctx } from '../ctx.ts';
import type { App } from '../app.ts';
import { groupCommit } from '../performance/groupCommit.ts';
import { advance } from '../revision.ts';
import { refuseWhenClosed } from './closure.ts';
import type { Db } from './connections/open.ts';
import { isConflict } from './databaseErrors.ts';
import { noteFailure, noteWritten } from './writeHealth.ts';

const RETRIES = 10;

/**
 * The only transaction: everything in `work` happens, or nothing. Serialisable on both databases: at a lower level of
 * isolation, concurrent requests of several PostgreSQL clients counted votes twice.
 * `work` gets an inner ctx; the outer `ctx.db` must not be used in it. It may run more than once,
 * so it does nothing but talk to the database. Within a transaction it simply joins it.
 */
export async function transaction<T>(ctx: Ctx, work: (ctx: Ctx) => Promise<T>): Promise<T> {
	if (ctx.db.isTransaction) return work(ctx);
	let recorded: string[] = [];
	const run = async (db: Db) => {
		recorded = [];
		const inner = { ...ctx, db, recorded };
		await refuseWhenClosed(inner);
		return work(inner);
	};
	// Several transactions commit together in the async context of the first: each runs in its own, with its own locale and profile.
	const own = AsyncLocalStorage.snapshot();
	const value = await groupCommit(
		ctx.app,
		(db) => own(run, db),
		(all) => repeated(ctx.app, 'serializable', all)
	);
	// Only now: a page rendered before the commit must not be kept as if it showed the new state.
	if (recorded.length > 0) advance();
	return value;
}

/** Another process was in the way: everything in the transaction begins again. */
export class Conflict extends Error {
	readonly code = '40001';
}

/**
 * One transaction, begun again when another process was in the way. `read committed` is for work that takes its own
 * locks on everything it reads and then writes; SQLite has one writer and knows no difference.
 */
export async function repeated<T>(
	app: Omit<App, 'limits'>,
	isolation: 'serializable' | 'read committed',
	work: (db: Db) => Promise<T>
): Promise<T> {
	for (let attempt = 1; ; attempt++) {
		try {
			const transaction = app.writer.transaction();
			const isolated = app.kind === 'sqlite' ? transaction : transaction.setIsolationLevel(isolation);
			const value = await isolated.execute(work);
			noteWritten(app);
			return value;
		} catch (error) {
			if (attempt >= RETRIES || !isConflict(error)) {
				noteFailure(app, error);
				throw error;
			}
			// A random wait that grows: otherwise the same rivals meet again.
			await new Promise((done) => setTimeout(done, Math.random() * 2 ** attempt * 3));
		}
	}
}
