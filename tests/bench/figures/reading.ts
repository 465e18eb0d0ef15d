import { overhear, startApp, startReference, UNCACHED } from '../app.ts';
import type { Server } from '../child.ts';
import { perSecond, sideBySide, type Bench, type Figure } from '../figure.ts';
import { get } from '../load/job.ts';

const CONNECTIONS = 10;
const DETAILS = 60;

/** 1 and 1b: rendering a page, beside answering the very same queries as JSON. */
export async function reading(bench: Bench): Promise<Figure[]> {
	const { url } = await bench.small();
	const details = Array.from({ length: DETAILS }, (_, n) => `/beitraege/${n + 1}`);
	const notes = await overhear(url, [...details, '/beitraege'], UNCACHED);
	const app = await startApp(url);
	const reference = await startReference('queries', { BENCH_NOTES: notes.file, DATABASE_URL: url });
	const queries = (path: string) => notes.pages.get(path)?.length ?? 0;
	const measure = (paths: readonly string[]) => compare(bench, app, reference, paths);
	const detail = await measure(details);
	const list = await measure(['/beitraege']);
	await Promise.all([app.stop(), reference.stop()]);
	const rest = { unit: '', better: 'more' } as const;
	const beside = (rate: number, path: string) => `${perSecond(rate)} (${queries(path)} queries)`;
	return [
		{
			number: '1',
			what: 'detail page, rendered ÷ its queries as JSON',
			ours: perSecond(detail.one),
			beside: beside(detail.other, '/beitraege/1'),
			value: detail.ratio,
			bar: 0.12,
			stretch: 0.22,
			...rest
		},
		{
			number: '1b',
			what: 'list page, likewise',
			ours: perSecond(list.one),
			beside: beside(list.other, '/beitraege'),
			value: list.ratio,
			bar: 0.06,
			stretch: 0.11,
			...rest
		}
	];
}

function compare({ asked, crew }: Bench, app: Server, reference: Server, paths: readonly string[]) {
	const job = { connections: CONNECTIONS, seconds: asked.seconds };
	const ours = paths.map((path) => get(path, UNCACHED));
	const theirs = paths.map((path) => get(path));
	return sideBySide(
		asked.rounds,
		async () => (await crew.run({ ...job, port: app.port, requests: ours }, 200)).rate,
		async () => (await crew.run({ ...job, port: reference.port, requests: theirs }, 200)).rate
	);
}
