import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { median, millis, type Figure } from '../figure.ts';

const COMPUTE = join(import.meta.dirname, '..', 'representation', 'compute.ts');
const SIZE = { people: 100_000, clusters: 200, chosen: 40 };
const ROUNDS = 7;
const Answer = z.object({ millis: z.array(z.number()), memory: z.number() });

/** 20: how long it takes to find whom a version leaves out, both ways of weighing; 20b: in how much memory. */
export async function representing(): Promise<Figure[]> {
	const sizes = [SIZE.people, SIZE.clusters, SIZE.chosen, ROUNDS].map(String);
	const run = spawnSync(process.execPath, [COMPUTE, ...sizes], { encoding: 'utf8' });
	if (run.status !== 0) throw new Error(run.stderr);
	const { millis: times, memory } = Answer.parse(JSON.parse(run.stdout));
	const value = median(times);
	const what = `whom a version of ${SIZE.chosen} of ${SIZE.clusters} clusters leaves out, of ${SIZE.people.toLocaleString('en-US')} people`;
	const less = { better: 'less' } as const;
	return [
		{
			...{ number: '20', what, ours: millis(value), beside: `slowest ${millis(Math.max(...times))}`, value },
			...{ unit: 'ms', bar: 1000, stretch: 250, ...less }
		},
		{
			...{ number: '20b', what: 'most memory of the process that computes it', ours: `${Math.round(memory)} MB` },
			...{ beside: 'thread and process', value: memory, unit: 'MB', bar: 300, stretch: 200, ...less }
		}
	];
}
