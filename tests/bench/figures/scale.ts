import { startApp, UNCACHED } from '../app.ts';
import type { Server } from '../child.ts';
import { city, type City } from '../city/city.ts';
import { cookieOf } from '../city/people.ts';
import { median, millis, sideBySide, type Bench, type Figure } from '../figure.ts';
import { get } from '../load/job.ts';

/** As many more people as contributions: everybody has said and supported as much, so pages of one's own show as much. */
const FEW = { proposals: 1_000, persons: 2_000, votes: 10_100 };
const MANY = { proposals: 100_000, persons: 200_000, votes: 10_300 };
const COMMENTS = 2;

const PARTICIPANT = { cookie: cookieOf(5) };
const STAFF = { cookie: cookieOf(0) };
/** Every kind of page that shows something of all contributions. */
const PAGES: readonly (readonly [path: string, headers: Record<string, string>])[] = [
	...[
		...[
			'/',
			'/beitraege',
			'/beitraege?reihenfolge=supported',
			'/beitraege?feld=wohnen',
			'/beitraege?q=Wohnung',
			'/suche?q=Wohnung'
		],
		...['/beitraege/1', '/strategie', '/fassungen/2', '/fassungen/2/synopse', '/punkte/1'],
		...['/ergebnisse', '/wer-macht-mit', '/moderation', '/aufrufe', '/berichte', '/chronik', '/chronik.atom', '/daten'],
		...['/organisationen', '/umsetzung', '/treffen', '/meinungsbild', '/api/v1/beitraege']
	].map((path) => [path, UNCACHED] as const),
	...['/meine', '/meine-daten', '/beitragen', '/abstimmen'].map((path) => [path, PARTICIPANT] as const),
	...[
		...['/werkstatt', '/werkstatt/eingang', '/werkstatt/verteilen', '/werkstatt/stapel', '/werkstatt/verbleib'],
		...['/werkstatt/berichte', '/werkstatt/entwurf', '/werkstatt/freigabe', '/werkstatt/aufrufe', '/werkstatt/karten'],
		...[
			'/werkstatt/suche?q=Wohnung',
			'/werkstatt/erfassen/liste',
			'/werkstatt/meldungen',
			'/werkstatt/umsetzung',
			'/werkstatt/team'
		],
		...['/werkstatt/eingang/auswertung', '/werkstatt/protokoll', '/werkstatt/organisationen', '/werkstatt/orte']
	].map((path) => [path, STAFF] as const)
];

/** 16: how much longer every page takes with a hundred times as many contributions; the worst of them counts. */
export async function scale(bench: Bench): Promise<Figure[]> {
	const [few, many] = [await sized(bench, FEW), await sized(bench, MANY)];
	const [small, large] = [await startApp(few.url), await startApp(many.url)];
	const pages: { path: string; one: number; other: number; ratio: number }[] = [];
	for (const [path, headers] of PAGES) {
		const p50 = (server: Server) => async () => {
			const job = { port: server.port, connections: 1, seconds: bench.asked.seconds / 4 };
			return (await bench.crew.run({ ...job, requests: [get(path, headers)] }, 200)).p50;
		};
		pages.push({ path, ...(await sideBySide(bench.asked.rounds, p50(large), p50(small))) });
	}
	await Promise.all([small.stop(), large.stop()]);
	pages.sort((a, b) => b.ratio - a.ratio);
	const [worst] = pages;
	const told = pages.slice(0, 8).map(({ path, ratio }) => `${path} ${ratio.toFixed(2)}`);
	console.error(`  ${told.join(', ')}; median ${median(pages.map(({ ratio }) => ratio)).toFixed(2)}`);
	return [
		{
			number: '16',
			what: `any of ${PAGES.length} pages at 100,000 contributions ÷ 1,000 (worst: ${worst?.path})`,
			ours: millis(worst?.one ?? 0),
			beside: millis(worst?.other ?? 0),
			value: worst?.ratio ?? 0,
			unit: '',
			better: 'less',
			bar: 1.5,
			stretch: 1.2
		}
	];
}

const sized = ({ asked }: Bench, size: typeof FEW): Promise<City> =>
	city(asked.server, { ...asked.small, ...size, comments: COMMENTS });
