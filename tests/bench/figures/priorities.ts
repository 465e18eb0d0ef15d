import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { median, type Bench, type Figure } from '../figure.ts';

const COMPUTE = join(import.meta.dirname, '..', 'priorities', 'compute.ts');
const MEASURES = 100;
const Answer = z.object({ millis: z.array(z.number()), memory: z.number() });

/** 19: how long the result of a priority round takes, both purses and the plain majority; 19b: in how much memory. */
export async function priorities({ asked }: Bench): Promise<Figure[]> {
	const people = asked.quick ? 10_000 : 100_000;
	const run = spawnSync(process.execPath, [COMPUTE, String(people), String(MEASURES), '3'], { encoding: 'utf8' });
	if (run.status !== 0) throw new Error(run.stderr);
	const { millis, memory } = Answer.parse(JSON.parse(run.stdout));
	const value = median(millis) / 1_000;
	const what = `result of ${people} ballots on ${MEASURES} measures`;
	const less = { better: 'less' } as const;
	return [
		{
			...{ number: '19', what, ours: `${value.toFixed(2)} s`, beside: 'both purses', value, unit: 's' },
			...{ bar: 2, stretch: 1, ...less }
		},
		{
			...{ number: '19b', what: 'most memory of the process that computes it', ours: `${Math.round(memory)} MB` },
			...{ beside: 'thread and process', value: memory, unit: 'MB', bar: 300, stretch: 200, ...less }
		}
	];
}
