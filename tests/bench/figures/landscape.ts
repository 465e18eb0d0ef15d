import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { startApp, UNCACHED } from '../app.ts';
import { city, copyOf } from '../city/city.ts';
import { median, millis, sideBySide, type Bench, type Figure } from '../figure.ts';
import type { Size } from '../landscape/size.ts';
import { get } from '../load/job.ts';

const FOLDER = join(import.meta.dirname, '..', 'landscape');
const SIZES = [
	{ number: '11', people: 1_000, statements: 100, each: 30, times: 9, bar: 0.3, stretch: 0.15 },
	{ number: '11b', people: 10_000, statements: 300, each: 30, times: 5, bar: 1, stretch: 0.5 },
	{ number: '11c', people: 100_000, statements: 1_000, each: 100, times: 3, bar: 5, stretch: 2.5 }
];
const MEMORY = { bar: 512, stretch: 256 };
const less = { better: 'less' } as const;

/** 11, 11b, 11c: how long the landscape of a small, a large and a huge conversation takes; 11d: in how much memory. */
export async function landscape(): Promise<Figure[]> {
	const all = SIZES.map(({ number, bar, stretch, ...size }) => {
		const { millis: times, memory } = computed(size);
		const value = median(times) / 1_000;
		const votes = `${(size.people * size.each) / 1_000}k votes`;
		const what = `landscape of ${size.people} people and ${size.statements} points, ${votes}`;
		const beside = `the first time ${((times[0] ?? 0) / 1_000).toFixed(2)} s`;
		const figure = { number, what, ours: `${value.toFixed(2)} s`, beside, value, unit: 's', bar, stretch, ...less };
		return { figure, memory };
	});
	const [most] = all.map(({ memory }) => memory).sort((a, b) => b - a);
	const value = most ?? 0;
	const beside = all.map(({ memory }) => Math.round(memory)).join(', ');
	const what = 'most memory of that process';
	const memory = {
		number: '11d',
		what,
		ours: `${Math.round(value)} MB`,
		beside,
		value,
		unit: 'MB',
		...MEMORY,
		...less
	};
	return [...all.map(({ figure }) => figure), memory];
}

const Answer = z.object({ millis: z.array(z.number()), memory: z.number() });

function computed(size: Size): z.output<typeof Answer> {
	const run = spawnSync(process.execPath, [join(FOLDER, 'compute.ts'), JSON.stringify(size)], { encoding: 'utf8' });
	if (run.status !== 0) throw new Error(run.stderr);
	return Answer.parse(JSON.parse(run.stdout));
}

const READERS = 4;
const VOTES = 300_000;

/** 12: how much longer a page takes, at its worst, while a thread of the server draws the landscape over and over. */
export async function besideDrawing(bench: Bench): Promise<Figure[]> {
	const { server, small, rounds } = bench.asked;
	const made = await city(server, { ...small, votes: VOTES });
	const copy = await copyOf(made, server, 'drawing');
	const file = join(tmpdir(), 'teilhabe-bench', `drawing-${process.pid}`);
	const again = pathToFileURL(join(FOLDER, 'again.ts')).href;
	const app = await startApp(copy.url, { BENCH_DRAWING: file, NODE_OPTIONS: `--import=${again}` });
	const job = { port: app.port, connections: READERS, rest: 10, seconds: bench.asked.seconds * 4 };
	const requests = [get('/beitraege/1', UNCACHED)];
	const quiet = async () => {
		rmSync(file, { force: true });
		while (existsSync(`${file}.busy`)) await sleep(20);
		return (await bench.crew.run({ ...job, requests }, 200)).p99;
	};
	const drawing = async () => {
		writeFileSync(file, '');
		while (!existsSync(`${file}.busy`)) await sleep(20);
		return (await bench.crew.run({ ...job, requests }, 200)).p99;
	};
	const { one, other, ratio } = await sideBySide(rounds, drawing, quiet);
	rmSync(file, { force: true });
	await app.stop();
	await copy.drop();
	const what = `p99 of a page while a landscape of ${VOTES / 1_000}k votes is drawn ÷ quiet`;
	const rest = { value: ratio, unit: '', bar: 1.5, stretch: 1.2, ...less };
	return [{ number: '12', what, ours: millis(one), beside: millis(other), ...rest }];
}
