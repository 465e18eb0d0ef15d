import Database from 'better-sqlite3';
import pg from 'pg';
import { overhear } from './app.ts';
import type { City } from './city/city.ts';
import { cookieOf } from './city/people.ts';
import type { Heard } from './reference/heard.ts';

const PUBLIC = [
	...[
		'/',
		'/beitraege',
		'/beitraege?reihenfolge=supported',
		'/beitraege?q=Wohnung',
		'/suche?q=Wohnung',
		'/beitraege?feld=wohnen',
		'/beitraege/1'
	],
	...['/strategie', '/fassungen', '/fassungen/2', '/punkte/1', '/moderation', '/aufrufe', '/berichte', '/chronik']
];
const OWN = ['/meine', '/beitragen', '/punkte/1'];
const STAFF = [
	'/werkstatt',
	'/werkstatt/eingang',
	'/werkstatt/entwurf',
	'/werkstatt/verbleib',
	'/werkstatt/freigabe',
	'/werkstatt/karten'
];

/** What grows with the number of people: reading all of it is a fault. */
const GROWING = [
	'proposals',
	'proposal_texts',
	'comments',
	'supports',
	'ballots',
	'persons',
	'sessions',
	'journal',
	'answers',
	'cards'
];

/** Prints how the database finds what each page asks for; an exclamation mark where it reads a whole large table. */
export async function printPlans(city: City): Promise<void> {
	const visitors: { who: string; paths: string[]; headers: Record<string, string> }[] = [
		{ who: 'anybody', paths: PUBLIC, headers: { authorization: 'bench' } },
		{ who: 'participant', paths: OWN, headers: { cookie: cookieOf(1) } },
		{ who: 'staff', paths: STAFF, headers: { cookie: cookieOf(0) } }
	];
	const explain = await explainer(city.url);
	for (const { who, paths, headers } of visitors) {
		const { pages, statuses } = await overhear(city.url, paths, headers);
		for (const path of paths) {
			const queries = pages.get(path) ?? [];
			console.log(`\n${path}  (${who}, ${statuses.get(path)}, ${queries.length} queries)`);
			for (const query of queries) await printPlan(query, await explain.ask(query));
		}
	}
	await explain.close();
}

async function printPlan({ sql }: Heard, steps: readonly string[]): Promise<void> {
	console.log(`  ${sql.replace(/\s+/g, ' ').slice(0, 160)}`);
	for (const step of steps) console.log(`  ${isFullScan(step, sql) ? '!' : ' '}   ${step}`);
}

/** "SCAN p" in SQLite, "Seq Scan on proposals as p" in PostgreSQL: of what stands behind that name in the query. */
function isFullScan(step: string, sql: string): boolean {
	const name = /^SCAN (\w+)(?! .*VIRTUAL)/.exec(step)?.[1] ?? /Seq Scan on (\w+)/.exec(step)?.[1];
	if (!name || step.includes('VIRTUAL TABLE INDEX 0:M')) return false;
	const table = new RegExp(`"(\\w+)" as "${name}"`).exec(sql)?.[1] ?? name;
	return GROWING.includes(table);
}

async function explainer(url: string) {
	if (url.startsWith('file:')) {
		const database = new Database(url.slice('file:'.length), { readonly: true });
		return {
			async ask({ sql, values }: Heard) {
				const plan = database.prepare<unknown[], { detail: string }>(`explain query plan ${sql}`);
				return plan.all(values).map(({ detail }) => detail);
			},
			async close() {
				database.close();
			}
		};
	}
	const client = new pg.Client(url);
	await client.connect();
	return {
		async ask({ sql, values }: Heard) {
			const { rows } = await client.query<Record<string, string>>(`explain ${sql}`, values);
			return rows.map((row) => row['QUERY PLAN'] ?? '');
		},
		close: () => client.end()
	};
}
