import { isHttpError, isRedirect } from '@sveltejs/kit';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import * as people from '#lib/people/people.server.ts';
import type { Person } from '#lib/people/person.ts';
import { hash } from '#lib/server/auth/rows.server.ts';
import { readConfig } from '#lib/server/config.ts';
import { makeCtx } from '#lib/server/ctx.ts';
import { openHouse, type House } from '#lib/server/house.ts';
import { fileOf, seed, SECRET } from '../../tests/journeys/support/seed.ts';
import { ROUTES } from '../../tests/journeys/support/routes.ts';
import type { Town } from '../../tests/journeys/support/server.ts';
import { ENDPOINT_READERS, PAGE_READERS, type Reader } from '../../tests/support/readers.ts';

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
let house: House;
let town: Town;
let askers: ReadonlyMap<string, Person | null>;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'teilhabe-readers-'));
	await seed(folder);
	const env = { DATABASE_URL: `file:${fileOf(folder, 'workshop')}`, TEILHABE_SECRET: SECRET };
	house = openHouse(readConfig({ ...env, ORIGIN: 'http://localhost' }), pino({ level: 'silent' }));
	const facts = JSON.parse(readFileSync(join(folder, 'facts.json'), 'utf8'));
	town = { facts, cast: facts.cast, origin: 'http://localhost', command: () => '', close: async () => undefined };
	const rows = await house.reader.selectFrom('sessions').select(['id', 'personId']).execute();
	const ids = new Map(rows.map(({ id, personId }) => [id, personId]));
	const known = ['neighbour', 'organisation', 'helper', 'moderator', 'editor', 'publisher', 'admin'] as const;
	const named = known.map(async (who): Promise<[string, Person | null]> => {
		const id = ids.get(hash(town.cast[who].cookie.value)) ?? '';
		return [who, await people.byId(makeCtx(house, 'test'), id)];
	});
	askers = new Map([['anonymous', null], ...(await Promise.all(named))]);
}, 120_000);

afterAll(async () => {
	await house?.close();
	rmSync(folder, { recursive: true, force: true });
});

/** What stands for the gaps of an endpoint's address. */
const EXAMPLES: Readonly<Record<string, () => string>> = {
	'[number]': () => '1',
	'[set]': () => 'beitraege',
	'[batch]': () => town.facts.batchId,
	'[edition]': () => '1',
	'[file]': () => '1'
};

function addressOf(route: string): string {
	const page = ROUTES.find(({ id }) => id === route);
	if (page) return page.address(town);
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

async function ask({ route, run, name }: Place, person: Person | null): Promise<Answer> {
	const url = new URL(`http://localhost${addressOf(route)}`);
	const method = name.includes(' ') ? (name.split(' ')[0] ?? 'GET') : 'GET';
	const headers = { 'content-type': 'application/x-www-form-urlencoded' };
	const body = new URLSearchParams({ codes: town.facts.freshCode }).toString();
	const request = new Request(url, { method, ...(method === 'POST' ? { body, headers } : {}) });
	const event = {
		...{ url, request, params: paramsOf(route, url.pathname), route: { id: route }, platform: undefined },
		...{ setHeaders: () => undefined, depends: () => undefined, parent: async () => ({}), isDataRequest: false },
		cookies: { set: () => undefined, get: () => undefined, delete: () => undefined },
		locals: { ctx: makeCtx(house, 'web', person), sessionId: 'x', sessionUntil: null, pending: null, requestId: 'x' }
	};
	try {
		const answer = await run(event);
		return answer instanceof Response ? fromStatus(answer.status, answer.headers.get('location')) : 'shown';
	} catch (problem) {
		if (isRedirect(problem)) return fromStatus(problem.status, problem.location);
		if (isHttpError(problem)) return fromStatus(problem.status, null);
		throw new Error(`${name}: ${String(problem)}`, { cause: problem });
	}
}

/** Nothing is there to be read in this town: everybody hears the same. */
const NOT_HERE = ['GET /gebaerdensprache/[file]', 'GET /meinungsbild/[number].json', 'GET /daten/[edition]/[file]'];

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
