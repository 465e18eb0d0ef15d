import { isHttpError, isRedirect } from '@sveltejs/kit';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import * as people from '#lib/people/people.server.ts';
import type { Person } from '#lib/people/person.ts';
import { hash } from '#lib/server/auth/luciaAdapter.server.ts';
import { readConfig } from '#lib/server/config.ts';
import { makeCtx } from '#lib/server/ctx.ts';
import type { App } from '#lib/server/app.ts';
import { isOpen as isOpenFile } from '#lib/server/http/cors.ts';
import { openApp } from '#lib/server/openApp.ts';
import { fileOf, seed } from '../../tests/journeys/support/seed.ts';
import { SECRET } from '../../tests/support/machine/secret.ts';
import { PAPER_ID } from '../../tests/journeys/support/seed/seed.paper.ts';
import { ROUTES } from '../../tests/journeys/support/routes.ts';
import type { Town } from '../../tests/journeys/support/server.ts';
import { ENDPOINT_READERS, PAGE_READERS, type Reader } from '../../tests/support/forms/readers.ts';

/**
 * Every page's `load` and every endpoint, asked directly by everybody there is: layouts run beside them, not before, so
 * each has to know by itself who may read it.
 */
type Ask = (event: unknown) => unknown;
const Work = z.custom<Ask>((it) => typeof it === 'function');
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'fallback'] as const;

interface Place {
	/** A page's route, or method and route of an endpoint. */
	name: string;
	route: string;
	run: Ask;
}

const routeOf = (file: string) =>
	dirname(file)
		.replaceAll('\\', '/')
		.slice('src/routes'.length)
		.replace(/\/\([^)]+\)/g, '') || '/';

async function modules(pattern: string): Promise<{ route: string; parts: Record<string, unknown> }[]> {
	const files = globSync(pattern).sort();
	return Promise.all(
		files.map(async (file) => ({ route: routeOf(file), parts: await import(/* @vite-ignore */ resolve(file)) }))
	);
}

/** Behind sign-in; every other page has no reader but everybody. */
const OWN = /^src\/routes\/(werkstatt|\(account\))/;

async function pages(): Promise<Place[]> {
	const behind = new Set(
		globSync('src/routes/**/+page.server.ts')
			.filter((file) => OWN.test(file))
			.map(routeOf)
	);
	return (await modules('src/routes/**/+page.server.ts')).flatMap(({ route, parts }) => {
		const run = Work.safeParse(parts.load).data;
		return run && behind.has(route) ? [{ name: route, route, run }] : [];
	});
}

async function endpoints(): Promise<Place[]> {
	return (await modules('src/routes/**/+server.ts')).flatMap(({ route, parts }) =>
		METHODS.flatMap((method) => {
			const run = Work.safeParse(parts[method]).data;
			return run ? [{ name: `${method} ${route}`, route, run }] : [];
		})
	);
}

let folder: string;
let app: App;
let testApp: Town;
let askers: ReadonlyMap<string, Person | null>;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'teilhabe-readers-'));
	await seed(folder);
	const env = { DATABASE_URL: `file:${fileOf(folder, 'workshop')}`, TEILHABE_SECRET: SECRET };
	app = openApp(readConfig({ ...env, ORIGIN: 'http://localhost' }), pino({ level: 'silent' }));
	const facts = JSON.parse(readFileSync(join(folder, 'facts.json'), 'utf8'));
	testApp = {
		facts,
		cast: facts.cast,
		origin: 'http://localhost',
		command: () => '',
		type: () => ({ code: 0, said: '' }),
		close: async () => undefined
	};
	const rows = await app.reader.selectFrom('sessions').select(['id', 'personId']).execute();
	const ids = new Map(rows.map(({ id, personId }) => [id, personId]));
	const known = ['neighbour', 'organisation', 'helper', 'moderator', 'editor', 'publisher', 'admin'] as const;
	const named = known.map(async (who): Promise<[string, Person | null]> => {
		const id = ids.get(hash(testApp.cast[who].cookie.value)) ?? '';
		return [who, await people.byId(makeCtx(app, 'test'), id)];
	});
	askers = new Map([['anonymous', null], ...(await Promise.all(named))]);
}, 120_000);

afterAll(async () => {
	await app?.close();
	rmSync(folder, { recursive: true, force: true });
});

/** What stands for the gaps of an endpoint's address. */
const EXAMPLES: Readonly<Record<string, () => string>> = {
	'[number]': () => '1',
	'[locale]': () => 'uk',
	'[chapter]': () => 'moderation',
	'[id]': () => PAPER_ID,
	'[set]': () => 'beitraege',
	'[batch]': () => testApp.facts.batchId,
	'[meeting]': () => testApp.facts.meetingId,
	'[edition]': () => '1',
	'[file]': () => '1'
};

function addressOf(route: string): string {
	const page = ROUTES.find(({ id }) => id === route);
	if (page) return page.address(testApp);
	return route.replace(/\[[^\]]+\]/g, (gap) => EXAMPLES[gap]?.() ?? 'x');
}

function paramsOf(route: string, path: string): Record<string, string> {
	const names = [...route.matchAll(/\[(\w+)\]/g)].map(([, name]) => name ?? '');
	const pattern = route.replace(/[.]/g, '\\.').replace(/\[\w+\]/g, '([^/]+?)');
	const values = new RegExp(`^${pattern}$`).exec(path)?.slice(1) ?? [];
	return Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(values[index] ?? '')]));
}

type Answer = 'shown' | 'signIn' | 'denied' | 'hidden' | 'elsewhere';

function fromStatus(status: number, location: string | null): Answer {
	if (status === 303 && location?.startsWith('/anmelden')) return 'signIn';
	if (status === 401 || status === 403) return 'denied';
	if (status === 404) return 'hidden';
	return status < 300 ? 'shown' : 'elsewhere';
}

/** `more`: further headers. */
function eventFor({ route, name }: Place, person: Person | null, more: Record<string, string> = {}) {
	const url = new URL(`http://localhost${addressOf(route)}`);
	const method = name.includes(' ') ? (name.split(' ')[0] ?? 'GET') : 'GET';
	const headers = { 'content-type': 'application/x-www-form-urlencoded' };
	const body = new URLSearchParams({ codes: testApp.facts.freshCode, group: 'affected', copies: '1' }).toString();
	const request = new Request(url, method === 'POST' ? { method, body, headers } : { method, headers: more });
	return {
		...{ url, request, params: paramsOf(route, url.pathname), route: { id: route }, platform: undefined },
		...{ setHeaders: () => undefined, depends: () => undefined, parent: async () => ({}), isDataRequest: false },
		cookies: { set: () => undefined, get: () => undefined, delete: () => undefined },
		locals: { ctx: makeCtx(app, 'web', person), sessionId: 'x', sessionUntil: null, pending: null, requestId: 'x' }
	};
}

async function ask(place: Place, person: Person | null): Promise<Answer> {
	const { run, name } = place;
	try {
		const answer = await run(eventFor(place, person));
		return answer instanceof Response ? fromStatus(answer.status, answer.headers.get('location')) : 'shown';
	} catch (problem) {
		if (isRedirect(problem)) return fromStatus(problem.status, problem.location);
		if (isHttpError(problem)) return fromStatus(problem.status, null);
		throw new Error(`${name}: ${String(problem)}`, { cause: problem });
	}
}

/** Nothing is there to be read in this town: everybody hears the same. */
const NOT_HERE = [
	...['GET /gebaerdensprache/[file]', 'GET /meinungsbild/[number].json', 'GET /daten/[edition]/[file]'],
	'GET /profil/[file]',
	'GET /treffen/[number]/foto/[photo]/[size].jpg',
	'GET /werkstatt/erfassen/stimmen/einlesen/[scan]/bild/[page]/[point]'
];

/** What is wrong with an answer; null: nothing. */
function flaw(name: string, reader: Reader, [who, person]: readonly [string, Person | null], answer: Answer) {
	const told = `${name}: ${who} is answered »${answer}«`;
	if (reader === 'atTheDoor') return answer === 'signIn' ? null : told;
	if (reader === 'author') {
		const right = who === 'neighbour' ? 'shown' : person === null ? 'signIn' : 'hidden';
		return answer === right ? null : told;
	}
	if (NOT_HERE.includes(name)) return answer === 'hidden' ? null : told;
	const may = reader(person).ok;
	if (may) return answer === 'shown' || answer === 'elsewhere' ? null : told;
	return answer === 'denied' || answer === 'hidden' || (person === null && answer === 'signIn') ? null : told;
}

async function flaws(places: readonly Place[], readers: Readonly<Record<string, Reader>>): Promise<string[]> {
	const found: string[] = [];
	for (const place of places) {
		const reader = readers[place.name];
		for (const asker of reader ? askers : [])
			if (reader) found.push(...[flaw(place.name, reader, asker, await ask(place, asker[1])) ?? []].flat());
	}
	return found;
}

const COPY = 'the copy that is kept, where somebody is faster than the worker that prints it';
/** What a page or file may write down although it is only read, and why. */
const WRITES: Readonly<Record<string, string>> = {
	'GET /anmelden/team/anbieter': 'the attempt to sign in that begins here',
	'GET /anmelden/team/anbieter/zurueck': 'the sign-in that ends here: the provider sends people back with GET',
	'GET /aufrufe/[number]/aufruf-[file].docx': COPY,
	'GET /aufrufe/[number]/aufruf-[file].pdf': COPY,
	'GET /berichte/[number]/bericht-[file].docx': COPY,
	'GET /berichte/[number]/bericht-[file].pdf': COPY,
	'GET /fassungen/[number]/fassung-[file].pdf': COPY,
	'GET /fassungen/[number]/fassung-[file].docx': COPY
};

const reads = ({ name }: Place) => !name.includes(' ') || /^(GET|HEAD) /.test(name);

/** Rows the writing connection has changed since it was opened; the reading one cannot change any. */
async function changes(): Promise<number> {
	const { rows } = await sql<{ count: number }>`select total_changes() as count`.execute(app.writer);
	return rows[0]?.count ?? 0;
}

async function writers(): Promise<string[]> {
	const found = new Set<string>();
	for (const place of [...(await pages()), ...(await endpoints())].filter(reads)) {
		for (const [, person] of askers) {
			const before = await changes();
			await ask(place, person);
			if ((await changes()) !== before) found.add(place.name);
		}
	}
	return [...found];
}

/** Public files and feeds: what was answered, and what to whoever says that they have it already. */
async function kept(place: Place): Promise<{ name: string; first: number; again: number } | null> {
	const { name, route, run } = place;
	if (!name.startsWith('GET ') || !isOpenFile(addressOf(route))) return null;
	const asked = async (more: Record<string, string>) => {
		const answer = await run(eventFor(place, null, more));
		return answer instanceof Response ? answer : null;
	};
	const first = await asked({}).catch(() => null);
	if (first?.status !== 200) return null;
	const again = await asked({ 'if-none-match': first.headers.get('etag') ?? '' });
	return { name, first: first.status, again: again?.status ?? 0 };
}

describe('a public file or feed', () => {
	it('is not sent again to whoever has it', async () => {
		const answers = await Promise.all((await endpoints()).map(kept));
		const told = answers.flatMap((one) => one ?? []);
		expect(told.filter(({ again }) => again !== 304)).toEqual([]);
		expect(told.length).toBeGreaterThan(12);
	}, 120_000);
});

describe('who reads', () => {
	it('changes nothing', async () => {
		expect((await writers()).filter((name) => !(name in WRITES))).toEqual([]);
	}, 120_000);
});

describe('who may read what', () => {
	it('is said of every page behind sign-in and of every method of every endpoint, and of no other', async () => {
		const names = (places: readonly Place[]) => places.map(({ name }) => name).sort();
		expect(names(await pages())).toEqual(Object.keys(PAGE_READERS).sort());
		expect(names(await endpoints())).toEqual(Object.keys(ENDPOINT_READERS).sort());
	});

	it('is what happens when a page is asked for directly', async () => {
		expect(await flaws(await pages(), PAGE_READERS)).toEqual([]);
	}, 120_000);

	it('is what happens when an endpoint is asked directly', async () => {
		expect(await flaws(await endpoints(), ENDPOINT_READERS)).toEqual([]);
	}, 120_000);
});
