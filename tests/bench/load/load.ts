import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import type { Job, Result } from './job.ts';

const ResultForm: z.ZodType<Result> = z.object({
	rate: z.number(),
	p50: z.number(),
	p99: z.number(),
	answered: z.number(),
	statuses: z.record(z.string(), z.number()),
	bytes: z.number(),
	broken: z.number()
});

/** A load generator that waits for jobs in its own process. */
export class Crew {
	readonly #child: ChildProcess = fork(join(import.meta.dirname, 'crew.ts'), {
		stdio: ['ignore', 'inherit', 'inherit', 'ipc']
	});

	/** Does the job, and fails when an answer has another status than expected or a connection broke. */
	async run(job: Omit<Job, 'from' | 'rest'> & Partial<Job>, expected: number): Promise<Result> {
		const result = ResultForm.parse(await this.#ask({ from: 0, rest: 0, ...job }));
		const wrong = Object.keys(result.statuses).filter((status) => status !== String(expected));
		if (wrong.length > 0 || result.broken > 0 || result.answered === 0) {
			const asked = job.requests[0]?.split('\r\n')[0];
			throw new Error(
				`${asked}: unexpected answers: ${JSON.stringify(result.statuses)}, ${result.broken} broken connections`
			);
		}
		return result;
	}

	#ask(job: Job): Promise<unknown> {
		const most = AbortSignal.timeout((job.seconds + 30) * 1_000);
		return new Promise((resolve, reject) => {
			const gone = () => reject(new Error('the load generator gave no answer'));
			most.addEventListener('abort', gone, { once: true });
			this.#child.once('exit', gone);
			this.#child.once('message', (result) => {
				most.removeEventListener('abort', gone);
				this.#child.off('exit', gone);
				resolve(result);
			});
			this.#child.send(job);
		});
	}

	stop(): void {
		this.#child.kill();
	}
}
