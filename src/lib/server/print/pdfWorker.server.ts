import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Refused } from '../../verdict.ts';
import { instruments } from '../metrics/instruments.ts';
import { useOwnFonts } from './fontconfig.ts';
import { Answer, type Job } from './job.ts';
import { MINUTE } from '../../time.ts';

/** Node runs it from our sources, as it runs the worker: a build bundles neither. */
const THREAD = 'src/lib/server/print/thread.ts';

useOwnFonts();

/** Templates are ours and small; what people write is at most a few hundred pages. */
const LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 16 };

export interface Timeouts {
	/** Jobs of each kind of customer that may wait. The next one is refused. */
	waiting: number;
	/** Milliseconds for one job, from its beginning. */
	job: number;
	/** Milliseconds without a job after which the thread ends and gives its memory back. */
	idle: number;
}

const USUAL: Timeouts = { waiting: 12, job: 30_000, idle: 2 * MINUTE };

/** The team's papers are printed before those anybody can ask for, so that nobody can keep a centre from its cards. */
export type Requester = 'team' | 'public';

interface Order {
	job: Job;
	resolve(pdf: Uint8Array): void;
	reject(problem: Error): void;
}

/** Makes PDF/UA-1 files: in a thread of its own, one at a time, so that no visitor waits for them. */
export class PdfWorker {
	readonly #orders: Record<Requester, Order[]> = { team: [], public: [] };
	readonly #patience: Timeouts;
	#thread: Worker | null = null;
	#current: Order | null = null;
	#timer: NodeJS.Timeout | undefined;
	/** Known after the first job: a machine does not learn it later. */
	#unable = false;
	#tried: Promise<boolean> | undefined;

	constructor(patience: Partial<Timeouts> = {}) {
		this.#patience = { ...USUAL, ...patience };
	}

	/** Refused: printUnavailable, printBusy, printSlow. Any other error is a fault of ours. */
	async print(job: Job, customer: Requester = 'public'): Promise<Uint8Array> {
		if (this.#unable) throw new Refused('printUnavailable');
		const queue = this.#orders[customer];
		if (queue.length >= this.#patience.waiting) throw new Refused('printBusy');
		return new Promise((resolve, reject) => {
			queue.push({ job, resolve, reject });
			this.#count();
			this.#next();
		});
	}

	/** Whether this machine can print at all; answered by printing an empty sheet once. */
	async able(): Promise<boolean> {
		return (this.#tried ??= this.#try());
	}

	async #try(): Promise<boolean> {
		try {
			await this.print({ template: 'src/lib/server/print/sheet.typ', data: { title: 'teilhabe', blocks: [] } });
			return true;
		} catch (problem) {
			// Busy is not unable: asked again next time.
			if (!this.#unable) this.#tried = undefined;
			return problem instanceof Refused && !this.#unable;
		}
	}

	get resting(): boolean {
		return this.#thread === null;
	}

	#count(): void {
		const waiting = instruments()?.printsWaiting;
		waiting?.set({ customer: 'team' }, this.#orders.team.length);
		waiting?.set({ customer: 'public' }, this.#orders.public.length);
	}

	#next(): void {
		if (this.#current) return;
		clearTimeout(this.#timer);
		const order = this.#orders.team.shift() ?? this.#orders.public.shift();
		this.#count();
		if (!order) return this.#rest();
		this.#current = order;
		const thread = (this.#thread ??= this.#begin());
		// Only while there is work does the thread keep the process from ending.
		thread.ref();
		this.#timer = setTimeout(() => this.#giveUp(new Refused('printSlow')), this.#patience.job);
		thread.postMessage(order.job);
	}

	#rest(): void {
		this.#thread?.unref();
		this.#timer = setTimeout(() => this.#end(), this.#patience.idle).unref();
	}

	#begin(): Worker {
		const thread = new Worker(resolve(THREAD), { resourceLimits: LIMITS });
		thread.on('message', (message: unknown) => this.#finish(Answer.parse(message)));
		thread.on('error', (error) => this.#thread === thread && this.#giveUp(error));
		return thread;
	}

	#finish(answer: Answer): void {
		const order = this.#current;
		this.#current = null;
		if (answer.kind === 'pdf') order?.resolve(answer.pdf);
		else if (answer.kind === 'broken') order?.reject(new Error(`Printing failed: ${answer.problem}`));
		else this.#refuseAll(order);
		this.#next();
	}

	#refuseAll(order: Order | null): void {
		this.#unable = true;
		const { team, public: others } = this.#orders;
		for (const one of [order, ...team.splice(0), ...others.splice(0)]) one?.reject(new Refused('printUnavailable'));
	}

	/** The thread is stuck or dead: the job in it is lost, the next one gets a new thread. */
	#giveUp(problem: Error): void {
		const order = this.#current;
		this.#current = null;
		this.#end();
		order?.reject(problem);
		this.#next();
	}

	#end(): void {
		const thread = this.#thread;
		this.#thread = null;
		thread?.removeAllListeners('message');
		void thread?.terminate();
	}
}

export const openPdfWorker = new PdfWorker();
