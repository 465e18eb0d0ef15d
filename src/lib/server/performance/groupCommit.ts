import { CompiledQuery } from 'kysely';
import type { App } from '../app.ts';
import type { Db } from '../db/connections/open.ts';
import { databaseErrorOf, isConflict } from '../db/databaseErrors.ts';
import { instruments } from '../metrics/instruments.ts';
import { forgetMemo } from './transactionMemo.ts';

/** A batch that takes too long keeps other processes waiting. */
const MOST_AT_ONCE = 100;

interface Job {
	run(db: Db): Promise<unknown>;
	resolve(value: unknown): void;
	reject(error: unknown): void;
}

type Outcome = { job: Job; value: unknown } | { job: Job; error: unknown };

/** Runs `work` in one transaction of its own, again where another process was in the way. */
export type Commit = <T>(work: (db: Db) => Promise<T>) => Promise<T>;

const queues = new WeakMap<App, Job[]>();

/**
 * Everything waiting at the same moment shares one transaction and one fsync (group commit), each verb behind a
 * savepoint of its own. A caller is answered only after the commit. SQLite has one writer anyway; on PostgreSQL verbs
 * of one process that touch the same row (a popular point's tally) would otherwise make each other repeat for ever.
 */
export function groupCommit<T>(app: App, run: (db: Db) => Promise<T>, commit: Commit): Promise<T> {
	return new Promise<T>((resolve, reject) => {
		// The queue holds verbs with all kinds of results; each result goes back through its own closure.
		let result: T;
		const job: Job = {
			run: async (db) => {
				result = await run(db);
			},
			resolve: () => resolve(result),
			reject
		};
		const waiting = queues.get(app);
		if (waiting) {
			waiting.push(job);
			return;
		}
		const queue = [job];
		queues.set(app, queue);
		setImmediate(() => void drain(app, queue, commit));
	});
}

async function drain(app: App, queue: Job[], commit: Commit): Promise<void> {
	while (queue.length > 0) {
		const jobs = queue.splice(0, MOST_AT_ONCE);
		instruments()?.batchSize.observe(jobs.length);
		try {
			for (const outcome of await commit((db) => runAll(db, jobs))) {
				if ('error' in outcome) outcome.job.reject(outcome.error);
				else outcome.job.resolve(outcome.value);
			}
		} catch (error) {
			// The commit itself failed: nothing of this batch was kept, and nobody is told otherwise.
			for (const job of jobs) job.reject(error);
		}
		// Let the answers go out and new requests come in before the next batch.
		await new Promise((done) => setImmediate(done));
	}
	queues.delete(app);
}

const SAVE = CompiledQuery.raw('savepoint verb');
const TAKE_BACK = CompiledQuery.raw('rollback to verb');
const KEEP = CompiledQuery.raw('release verb');

async function runAll(db: Db, jobs: readonly Job[]): Promise<Outcome[]> {
	const outcomes: Outcome[] = [];
	for (const job of jobs) {
		await db.executeQuery(SAVE);
		try {
			outcomes.push({ job, value: await job.run(db) });
		} catch (error) {
			// Another process was in the way: that is no answer to this verb, the whole batch begins again.
			// With a full disk or a lost connection the whole transaction is gone already.
			if (isConflict(error) || databaseErrorOf(error)) throw error;
			await db.executeQuery(TAKE_BACK);
			forgetMemo(db);
			outcomes.push({ job, error });
		}
		await db.executeQuery(KEEP);
	}
	return outcomes;
}
