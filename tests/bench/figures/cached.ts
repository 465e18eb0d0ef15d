import { startApp, startReference, visit } from '../app.ts';
import type { Server } from '../child.ts';
import { perSecond, sideBySide, type Bench, type Figure } from '../figure.ts';
import { get } from '../load/job.ts';

const CONNECTIONS = 32;
const PATH = '/beitraege/1';
/** As Chrome asks. */
const BROWSER = { 'accept-encoding': 'gzip, deflate, br, zstd' };

/** 2 and 3: a page that is kept, and the answer that nothing has changed, beside a constant of the same size. */
export async function cached(bench: Bench): Promise<Figure[]> {
	const app = await startApp((await bench.small()).url);
	const first = await visit(app, PATH, BROWSER);
	const etag = first.headers.get('etag') ?? '';
	const size = first.headers.get('content-length') ?? '';
	const reference = await startReference('constant', { BENCH_SIZE: size });
	const hit = await compare(bench, app, reference, get(PATH, BROWSER), 200);
	const known = await compare(bench, app, reference, get(PATH, { ...BROWSER, 'if-none-match': etag }), 304);
	await Promise.all([app.stop(), reference.stop()]);
	const rest = { unit: '', better: 'more' } as const;
	return [
		{
			number: '2',
			what: `the same page from the cache (${size} bytes) ÷ a constant`,
			ours: perSecond(hit.one),
			beside: perSecond(hit.other),
			value: hit.ratio,
			bar: 0.5,
			stretch: 0.9,
			...rest
		},
		{
			number: '3',
			what: '304 by ETag ÷ a constant',
			ours: perSecond(known.one),
			beside: perSecond(known.other),
			value: known.ratio,
			bar: 0.8,
			stretch: 1.2,
			...rest
		}
	];
}

function compare({ asked, crew }: Bench, app: Server, reference: Server, request: string, status: number) {
	const job = { connections: CONNECTIONS, seconds: asked.seconds };
	return sideBySide(
		asked.rounds,
		async () => (await crew.run({ ...job, port: app.port, requests: [request] }, status)).rate,
		async () => (await crew.run({ ...job, port: reference.port, requests: [get('/')] }, 200)).rate
	);
}
