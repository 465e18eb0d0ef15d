import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { median, type Bench, type Figure } from '../figure.ts';

const COMPUTE = join(import.meta.dirname, '..', 'words', 'compute.ts');
const Answer = z.object({ millis: z.array(z.number()), memory: z.number() });

/** 23: how long it takes to find the words that a version has lost. */
export async function lostWords({ asked }: Bench): Promise<Figure[]> {
	const texts = asked.quick ? 10_000 : 100_000;
	const run = spawnSync(process.execPath, [COMPUTE, String(texts), '3'], { encoding: 'utf8' });
	if (run.status !== 0) throw new Error(run.stderr);
	const { millis, memory } = Answer.parse(JSON.parse(run.stdout));
	const value = median(millis) / 1_000;
	return [
		{
			...{ number: '23', what: `words a version has lost of ${texts} contributions`, ours: `${value.toFixed(2)} s` },
			...{ beside: `${Math.round(memory)} MB, texts included`, value, unit: 's', bar: 4, stretch: 2, better: 'less' }
		}
	];
}
