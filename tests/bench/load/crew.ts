import { connect } from 'node:net';
import { z } from 'zod';
import { Answers } from './answers.ts';
import type { Job, Result } from './job.ts';

/** The load generator: a process of its own, because it must not share its time with what it measures. */
const JobForm: z.ZodType<Job> = z.object({
	port: z.number(),
	connections: z.number(),
	seconds: z.number(),
	rest: z.number(),
	requests: z.array(z.string()).min(1),
	from: z.number()
});

process.on('message', (message) => {
	void work(JobForm.parse(message)).then((result) => process.send?.(result));
});
process.on('disconnect', () => process.exit(0));

interface Shift {
	job: Job;
	next: number;
	until: number;
	broken: number;
	millis: number[];
	statuses: Record<string, number>;
	bytes: number;
	requests: readonly Buffer[];
}

async function work(job: Job): Promise<Result> {
	const began = performance.now();
	const requests = job.requests.map((request) => Buffer.from(request));
	const until = began + job.seconds * 1_000;
	const shift: Shift = { job, next: job.from, until, broken: 0, millis: [], statuses: {}, bytes: 0, requests };
	await Promise.all(Array.from({ length: job.connections }, () => client(shift)));
	const seconds = (performance.now() - began) / 1_000;
	const millis = Float64Array.from(shift.millis).sort();
	const at = (share: number) => millis[Math.min(millis.length - 1, Math.floor(millis.length * share))] ?? 0;
	return {
		rate: millis.length / seconds,
		p50: at(0.5),
		p99: at(0.99),
		answered: millis.length,
		statuses: shift.statuses,
		bytes: shift.bytes,
		broken: shift.broken
	};
}

/** One client on one connection: asks, waits for the answer, rests, asks again. */
function client(shift: Shift): Promise<void> {
	return new Promise((done) => {
		const socket = connect({ port: shift.job.port, host: '127.0.0.1', noDelay: true });
		let asked = 0;
		const ask = () => {
			if (performance.now() >= shift.until) return socket.destroy();
			const request = shift.requests[shift.next++ % shift.requests.length];
			asked = performance.now();
			if (request) socket.write(request);
		};
		const answers = new Answers((status, bytes) => {
			shift.millis.push(performance.now() - asked);
			shift.statuses[status] = (shift.statuses[status] ?? 0) + 1;
			if (bytes > shift.bytes) shift.bytes = bytes;
			if (shift.job.rest > 0) setTimeout(ask, shift.job.rest * (0.5 + Math.random()));
			else ask();
		});
		// A server that no longer answers must not hold up the bench.
		socket.setTimeout(20_000, () => socket.destroy(new Error('no answer')));
		socket.on('connect', () => (shift.job.rest > 0 ? setTimeout(ask, shift.job.rest * Math.random()) : ask()));
		socket.on('data', (data) => answers.take(data));
		socket.on('error', () => (shift.broken += 1));
		socket.on('close', () => {
			if (performance.now() < shift.until) shift.broken += 1;
			done();
		});
	});
}
