import { once } from 'node:events';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { MINUTE } from '../time.ts';

/** A job was ended before it was done: it took too long or too much memory, or its thread died of it. */
export class JobLost extends Error {
	constructor(cause: unknown) {
		super('the job took too long or too much, and was ended', { cause });
		this.name = 'JobLost';
	}
}

interface Limits {
	/** Milliseconds for one job, with what it takes to begin a thread. */
	job: number;
	/** Milliseconds without a job after which the thread ends and gives its memory back. */
	idle?: number;
}

const MEMORY = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 };

/**
 * Reads what strangers have made, in a thread of its own, one job after the other. A file can be made so that reading it
 * takes hours; whoever waits for it here goes on meanwhile, and after its time the thread is ended with the job in it.
 * `file`: from the root of the repository, run by Node from our sources. It answers each message with one.
 */
export class JobThread {
	readonly #file: string;
	readonly #limits: Required<Limits>;
	#thread: Worker | null = null;
	#before: Promise<unknown> = Promise.resolve();
	#idle: NodeJS.Timeout | undefined;

	constructor(file: string, limits: Limits) {
		[this.#file, this.#limits] = [file, { idle: MINUTE, ...limits }];
	}

	/** What the thread says of it. Throws `JobLost`. */
	run(job: unknown): Promise<unknown> {
		const turn = this.#before.then(() => this.#one(job));
		this.#before = turn.catch(() => undefined);
		return turn;
	}

	async #one(job: unknown): Promise<unknown> {
		clearTimeout(this.#idle);
		const thread = (this.#thread ??= this.#begin());
		// Only while there is work does the thread keep the process from ending.
		thread.ref();
		try {
			thread.postMessage(job);
			const [answer]: unknown[] = await once(thread, 'message', { signal: AbortSignal.timeout(this.#limits.job) });
			thread.unref();
			this.#idle = setTimeout(() => this.#end(thread), this.#limits.idle).unref();
			return answer;
		} catch (problem) {
			this.#end(thread);
			throw new JobLost(problem);
		}
	}

	#begin(): Worker {
		const thread = new Worker(resolve(this.#file), { resourceLimits: MEMORY });
		// Also between two jobs: an error that nobody hears would end the process.
		thread.on('error', () => this.#end(thread));
		return thread;
	}

	#end(thread: Worker): void {
		if (this.#thread === thread) this.#thread = null;
		void thread.terminate();
	}
}
