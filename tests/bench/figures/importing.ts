import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { Choices } from '#lib/importJobs/importJob.ts';
import * as importJobs from '#lib/importJobs/importJobs.server.ts';
import { readConfig } from '#lib/server/config.ts';
import { makeCtx } from '#lib/server/ctx.ts';
import { openApp } from '#lib/server/openApp.ts';
import { startApp, UNCACHED } from '../app.ts';
import { copyOf } from '../city/city.ts';
import { environment } from '../city/environment.ts';
import { median, millis, type Bench, type Figure } from '../figure.ts';
import { get } from '../load/job.ts';

const ROWS = 50_000;
const READERS = 4;
const WORDS = 'Miete Antrag Bus Amt Schule Arzt Strom Kind Rente Ausweis Treppe Formular Beratung Zimmer Heizung'.split(
	' '
);

/** Every row with words of its own: what is there twice would be left out. */
function rows(count: number): Buffer {
	const word = (n: number) => WORDS[n % WORDS.length] ?? '';
	const lines = Array.from({ length: count }, (_, n) => {
		const words = Array.from({ length: 30 }, (_, place) => word(n * 7 + place * (1 + (n % 11))));
		return `${n + 1};${word(n)} und ${word(n + 3)} ${n};${words.join(' ')}, Nummer ${n}.`;
	});
	return Buffer.from(`id;titel;text\n${lines.join('\n')}\n`);
}

/** 21: how long it takes until 50,000 rows are there, and 21b: how much longer a page takes meanwhile, at its worst. */
export async function importing(bench: Bench): Promise<Figure[]> {
	const small = await bench.small();
	const copy = await copyOf(small, bench.asked.server, 'importing');
	const server = await startApp(copy.url);
	const app = openApp(readConfig({ ...environment(copy.url), ORIGIN: 'http://localhost' }), pino({ level: 'silent' }));
	const ctx = () => makeCtx(app, 'test');
	const requests = [get('/beitraege/1', UNCACHED)];
	const job = { port: server.port, connections: READERS, rest: 10, seconds: bench.asked.seconds, requests };
	const reading = async () => (await bench.crew.run(job, 200)).p99;
	await reading();
	const idle: number[] = [];
	for (let turn = 0; turn < 10; turn++) idle.push(await reading());

	const count = bench.asked.quick ? ROWS / 10 : ROWS;
	const { id: consultationId } = await consultations.current(ctx());
	const file = { name: 'viele.csv', bytes: rows(count) };
	const id = await importJobs.enqueue(ctx(), { consultationId, choices: Choices.parse({}) }, file);
	const began = performance.now();
	const isDone = async () => ['done', 'failed'].includes((await importJobs.progress(ctx(), id)).status);
	const busy: number[] = [];
	let seconds = 0;
	const watching = (async () => {
		while (!(await isDone())) await sleep(100);
		seconds = (performance.now() - began) / 1_000;
	})();
	while (seconds === 0) busy.push(await reading());
	await watching;
	const { status, outcome } = await importJobs.progress(ctx(), id);
	await app.close();
	await server.stop();
	await copy.drop();
	if (status !== 'done' || outcome?.taken !== count) throw new Error(`${outcome?.taken ?? 0} rows came in: ${status}`);
	const worst = `worst of ${busy.length}: ${millis(Math.max(...busy))}; idle ${millis(median(idle))}, worst ${millis(Math.max(...idle))}`;
	return [
		{
			...{
				number: '21',
				what: `until ${count} rows from a file are public and found`,
				ours: `${seconds.toFixed(1)} s`
			},
			...{ beside: `${Math.round(count / seconds)} rows a second`, value: seconds, unit: 's' },
			...{ better: 'less', bar: 120, stretch: 60 }
		},
		{
			...{ number: '21b', what: 'p99 of a page meanwhile ÷ idle', ours: millis(median(busy)), beside: worst },
			...{ value: median(busy) / median(idle), unit: '', better: 'less', bar: 1.5, stretch: 1.2 }
		}
	];
}
