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
	{ number: '11', people: 1_000, statements: 100, each: 30, picture: [0.3, 0.15], verdict: [15, 8] },
	{ number: '11b', people: 10_000, statements: 300, each: 30, picture: [1, 0.5], verdict: [90, 45] },
	{ number: '11c', people: 100_000, statements: 1_000, each: 100, picture: [5, 2.5], verdict: [1_200, 600] }
] as const;
const TIMES = [9, 5, 3];
const MEMORY = { bar: 512, stretch: 256 };
const less = { better: 'less' } as const;

/**
 * 11, 11b, 11c: how long it takes to draw a small, a large and a huge conversation, and 11d in how much memory;
 * 11e, 11f, 11g: until it is known whether there are groups, with all draws and runs by chance, and 11h in how much memory.
 * The huge one is left out of `--quick`: people are drawn anew for minutes.
 */
export async function landscape({ asked }: Bench): Promise<Figure[]> {
	const pictures = SIZES.map((size, at) => timed(size, 'picture', size.number, TIMES[at] ?? 1));
	const judged = asked.quick ? SIZES.slice(0, 2) : SIZES;
	const verdicts = judged.map((size, at) => timed(size, 'verdict', ['11e', '11f', '11g'][at] ?? '', 1));
	return [
		...pictures.map(({ figure }) => figure),
		memoryOf('11d', pictures, 'most memory of the process that draws'),
		...verdicts.map(({ figure }) => figure),
		memoryOf('11h', verdicts, 'most memory of the process that judges')
	];
}

interface Timed {
	figure: Figure;
	memory: number;
}

const TEXT = { picture: 'picture', verdict: 'verdict on groups' } as const;

function timed(one: (typeof SIZES)[number], what: Size['what'], number: string, times: number): Timed {
	const { people, statements, each } = one;
	const { millis: all, memory } = computed({ people, statements, each, what, times });
	const [bar, stretch] = one[what];
	const value = median(all) / 1_000;
	const text = `${TEXT[what]} of ${people} people and ${statements} points, ${(people * each) / 1_000}k votes`;
	const beside = times > 1 ? `the first time ${((all[0] ?? 0) / 1_000).toFixed(2)} s` : 'once';
	const ours = `${value.toFixed(2)} s`;
	return { figure: { number, what: text, ours, beside, value, unit: 's', bar, stretch, ...less }, memory };
}

function memoryOf(number: string, all: readonly Timed[], what: string): Figure {
	const value = Math.max(...all.map(({ memory }) => memory));
	const beside = all.map(({ memory }) => Math.round(memory)).join(', ');
	return { number, what, ours: `${Math.round(value)} MB`, beside, value, unit: 'MB', ...MEMORY, ...less };
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
