import { CompiledQuery } from 'kysely';
import type { Ctx } from '../ctx.ts';
import type { House } from '../house.ts';
import { instruments } from '../metrics/instruments.ts';
import { advance } from '../revision.ts';
import { refuseWhenClosed } from './closure.ts';
import { noteFailure, noteWritten } from './health.ts';
import { forget } from './once.ts';
import type { Db } from './open.ts';
import { troubleOf } from './trouble.ts';

const RETRIES = 10;
/** A batch that takes too long keeps other processes waiting. */
const MOST_AT_ONCE = 100;

interface Job {
	run(db: Db): Promise<unknown>;
	resolve(value: unknown): void;
	reject(error: unknown): void;
}

type Outcome = { job: Job; value: unknown } | { job: Job; error: unknown };

/**
 * The only transaction: everything in `work` happens, or nothing. Serialisable on both databases.
 * `work` gets an inner ctx; the outer `ctx.db` must not be used in it. It may run more than once,
 * so it does nothing but talk to the database. Within a transaction it simply joins it.
 */
export async function together<T>(ctx: Ctx, work: (ctx: Ctx) => Promise<T>): Promise<T> {
	if (ctx.db.isTransaction) return work(ctx);
	let recorded: string[] = [];
	const run = async (db: Db) => {
		recorded = [];
		const inner = { ...ctx, db, recorded };
		await refuseWhenClosed(inner);
		return work(inner);
	};
	const value = await enqueue(ctx.house, run);
	// Only now: a page rendered before the commit must not be kept as if it showed the new state.
	if (recorded.length > 0) advance();
	return value;
}

function isConflict(error: unknown): boolean {
	return error instanceof Error && 'code' in error && (error.code === '40001' || error.code === '40P01');
}

const queues = new WeakMap<House, Job[]>();

/**
 * Everything waiting at the same moment shares one transaction and one fsync (group commit), each verb behind a
 * savepoint of its own. A caller is answered only after the commit. SQLite has one writer anyway; on PostgreSQL verbs
 * of one process that touch the same row (a popular point's tally) would otherwise make each other repeat for ever.
 */
function enqueue<T>(house: House, run: (db: Db) => Promise<T>): Promise<T> {
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
		const waiting = queues.get(house);
		if (waiting) {
			waiting.push(job);
			return;
		}
		const queue = [job];
		queues.set(house, queue);
		setImmediate(() => void drain(house, queue));
	});
}

async function drain(house: House, queue: Job[]): Promise<void> {
	while (queue.length > 0) {
		const jobs = queue.splice(0, MOST_AT_ONCE);
		instruments()?.batchSize.observe(jobs.length);
		try {
			const outcomes = await commit(house, jobs);
			for (const outcome of outcomes) {
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
	queues.delete(house);
}

/** Without `serializable` on PostgreSQL four requests of several processes once won four votes out of two. */
function commit(house: House, jobs: readonly Job[]): Promise<Outcome[]> {
	return repeated(house, 'serializable', (db) => runAll(db, jobs));
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
	house: Omit<House, 'limits'>,
	isolation: 'serializable' | 'read committed',
	work: (db: Db) => Promise<T>
): Promise<T> {
	for (let attempt = 1; ; attempt++) {
		try {
			const transaction = house.writer.transaction();
			const isolated = house.kind === 'sqlite' ? transaction : transaction.setIsolationLevel(isolation);
			const value = await isolated.execute(work);
			noteWritten(house);
			return value;
		} catch (error) {
			if (attempt >= RETRIES || !isConflict(error)) {
				noteFailure(house, error);
				throw error;
			}
			// A random wait that grows: otherwise the same rivals meet again.
			await new Promise((done) => setTimeout(done, Math.random() * 2 ** attempt * 3));
		}
	}
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
			if (isConflict(error) || troubleOf(error)) throw error;
			await db.executeQuery(TAKE_BACK);
			forget(db);
			outcomes.push({ job, error });
		}
		await db.executeQuery(KEEP);
	}
	return outcomes;
}
