import { startApp, UNCACHED } from '../app.ts';
import type { Server } from '../child.ts';
import { millis, sideBySide, type Bench, type Figure } from '../figure.ts';
import { get } from '../load/job.ts';

const CONNECTIONS = 10;

/** 5: does a page wait longer when there are a thousand times as many votes? The worse of list, detail and point. */
export async function growth(bench: Bench): Promise<Figure[]> {
	const [small, big] = [await bench.small(), await bench.big()];
	const [few, many] = [await startApp(small.url), await startApp(big.url)];
	const pages = [];
	for (const path of ['/beitraege', '/beitraege/1', '/punkte/1']) {
		pages.push({ path, ...(await compare(bench, few, many, path)) });
	}
	await Promise.all([few.stop(), many.stop()]);
	const worst = pages.reduce((a, b) => (b.ratio > a.ratio ? b : a));
	const votes = `${big.size.votes / 1_000}k`;
	return [
		{
			number: '5',
			what: `p99 of a page at ${votes} ÷ at ${small.size.votes / 1_000}k votes (worst: ${worst.path})`,
			ours: millis(worst.one),
			beside: millis(worst.other),
			value: worst.ratio,
			unit: '',
			better: 'less',
			bar: 1.3,
			stretch: 1.1
		}
	];
}

function compare({ asked, crew }: Bench, few: Server, many: Server, path: string) {
	const requests = [get(path, UNCACHED)];
	const job = { connections: CONNECTIONS, seconds: asked.seconds, requests };
	return sideBySide(
		asked.rounds,
		async () => (await crew.run({ ...job, port: many.port }, 200)).p99,
		async () => (await crew.run({ ...job, port: few.port }, 200)).p99
	);
}
