import { startApp, UNCACHED, visit } from '../app.ts';
import type { Server } from '../child.ts';
import { perSecond, sideBySide, type Bench, type Figure } from '../figure.ts';
import { get } from '../load/job.ts';
import { LOCALES } from '#lib/texts/locales/locale.ts';
import { inLocale } from '#lib/texts/locales/address.ts';

const CONNECTIONS = 10;
const PATH = '/beitraege';
const OTHER = 'uk';

/** 25, 25b: rendering where ten languages are spoken, beside one; 25c, 25d: what it takes until ten can be spoken. */
export async function languages(bench: Bench): Promise<Figure[]> {
	const { url } = await bench.small();
	const [ten, one] = [await startApp(url), await startApp(url)];
	const started = [await speak(one, ['de']), await speak(ten, LOCALES)] as const;
	const [memoryOfOne, memoryOfTen] = [one.memory(), ten.memory()];
	const beside = await compare(bench, { app: ten, path: PATH }, { app: one, path: PATH });
	const other = await compare(bench, { app: ten, path: inLocale(OTHER, PATH) }, { app: ten, path: PATH });
	await Promise.all([ten.stop(), one.stop()]);
	const seconds = Math.max(0, started[1] - started[0]);
	const megabytes = Math.max(0, memoryOfTen - memoryOfOne);
	const ratio = { unit: '', better: 'more', bar: 0.95, stretch: 0.99 } as const;
	const rates = (pair: typeof beside) => ({ ours: perSecond(pair.one), beside: perSecond(pair.other) });
	return [
		{ number: '25', what: 'a page in German, ten languages ÷ one', ...rates(beside), value: beside.ratio, ...ratio },
		{ number: '25b', what: `the same page in ${OTHER} ÷ in German`, ...rates(other), value: other.ratio, ...ratio },
		{
			...{ number: '25c', what: 'first page in ten languages, more than in one' },
			...{ ours: `${started[1].toFixed(2)} s`, beside: `${started[0].toFixed(2)} s`, value: seconds, unit: 's' },
			...{ better: 'less', bar: 1, stretch: 0.5 }
		},
		{
			...{ number: '25d', what: 'memory after that, more than with one' },
			...{
				ours: `${Math.round(memoryOfTen)} MB`,
				beside: `${Math.round(memoryOfOne)} MB`,
				value: megabytes,
				unit: 'MB'
			},
			...{ better: 'less', bar: 40, stretch: 25 }
		}
	];
}

/** Seconds until the page has been shown in each of them, and in German as often, so that both have done as much. */
async function speak(app: Server, locales: readonly (typeof LOCALES)[number][]): Promise<number> {
	const paths = LOCALES.map((_, at) => inLocale(locales[at % locales.length] ?? 'de', PATH));
	const began = performance.now();
	for (const path of paths) await visit(app, path, UNCACHED);
	return (performance.now() - began) / 1_000;
}

interface Asked {
	app: Server;
	path: string;
}

function compare({ asked, crew }: Bench, ours: Asked, theirs: Asked) {
	const job = { connections: CONNECTIONS, seconds: asked.seconds };
	const rate = async ({ app, path }: Asked) =>
		(await crew.run({ ...job, port: app.port, requests: [get(path, UNCACHED)] }, 200)).rate;
	return sideBySide(
		asked.rounds,
		() => rate(ours),
		() => rate(theirs)
	);
}
