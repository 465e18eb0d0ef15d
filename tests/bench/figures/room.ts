import { startApp, UNCACHED } from '../app.ts';
import { median, type Bench, type Figure } from '../figure.ts';
import { get } from '../load/job.ts';

const STARTS = 7;
const less = { better: 'less' } as const;

/** 8: the memory of server and worker, after it has shown many different pages to many. */
export async function memory(bench: Bench): Promise<Figure[]> {
	const { url, size } = await bench.big();
	const app = await startApp(url);
	const fresh = app.memory();
	const details = Array.from({ length: size.proposals }, (_, n) => `/beitraege/${n + 1}`);
	const points = Array.from({ length: size.points }, (_, n) => `/punkte/${n + 1}`);
	const pages = ['/beitraege', ...points, ...details];
	const job = { port: app.port, connections: 64, seconds: bench.asked.seconds * 5 };
	await bench.crew.run({ ...job, requests: pages.map((path) => get(path, UNCACHED)) }, 200);
	await bench.crew.run({ ...job, requests: pages.map((path) => get(path, { 'accept-encoding': 'br' })) }, 200);
	const after = app.memory();
	await app.stop();
	if (after === 0) throw new Error('this system does not tell the memory of a process');
	const beside = `${Math.round(fresh)} MB just started`;
	const what = 'resident memory after load';
	return [
		{
			number: '8',
			what,
			ours: `${Math.round(after)} MB`,
			beside,
			value: after,
			unit: 'MB',
			bar: 400,
			stretch: 250,
			...less
		}
	];
}

/** 9, and 18b on PostgreSQL: what a vote takes in the database, with indexes and tallies. */
export async function bytesPerVote(bench: Bench): Promise<Figure[]> {
	const { bytesOfVotes, size } = await bench.big();
	const value = bytesOfVotes / size.votes;
	const ours = `${Math.round(bytesOfVotes / 2 ** 20)} MB`;
	const what = 'database bytes per vote';
	const number = bench.asked.server ? '18b' : '9';
	return [{ number, what, ours, beside: `${size.votes} votes`, value, unit: 'B', bar: 80, stretch: 45, ...less }];
}

/** 10: from the start of the process to its first page. */
export async function start(bench: Bench): Promise<Figure[]> {
	const { url } = await bench.big();
	const times: number[] = [];
	for (let n = 0; n < STARTS; n++) {
		const app = await startApp(url);
		times.push(app.startedIn / 1_000);
		await app.stop();
	}
	const value = median(times);
	const beside = `${Math.min(...times).toFixed(2)} to ${Math.max(...times).toFixed(2)} s`;
	const what = 'start to first page';
	return [
		{ number: '10', what, ours: `${value.toFixed(2)} s`, beside, value, unit: 's', bar: 2, stretch: 0.7, ...less }
	];
}
