import { expect, it, test } from 'vitest';
import { z } from 'zod';
import { GET as root } from '../../../routes/api/v1/+server.ts';
import { GET as table } from '../../../routes/api/v1/[set]/+server.ts';
import { lively } from '../../../../tests/support/lively.ts';
import { makeTestApp, type TestApp } from '../../../../tests/support/machine/testApp.ts';
import * as data from '../data.server.ts';
import { SLUGS } from '../dataset.ts';
import { openapi } from './openapi.ts';

function asked(testApp: TestApp, set: string, search: string, headers: Record<string, string>): unknown {
	const url = new URL(`https://teilhabe.example/api/v1/${set}${search}`);
	const locals = { ctx: testApp.as(null), requestId: '', sessionId: null, sessionUntil: null, pending: null };
	return { url, locals, params: { set }, request: new Request(url, { headers }) };
}

/** The endpoints read nothing of a request but these. */
const event = (testApp: TestApp, set: string, search = '', headers: Record<string, string> = {}) =>
	z.custom<Parameters<typeof table>[0]>().parse(asked(testApp, set, search, headers));
const rootEvent = (testApp: TestApp, search = '') =>
	z.custom<Parameters<typeof root>[0]>().parse(asked(testApp, '', search, {}));

const Document = z.object({
	paths: z.record(z.string(), z.object({ get: z.record(z.string(), z.unknown()) })),
	components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) })
});
const document = openapi('https://teilhabe.example', data.PART);
const { components, paths } = Document.parse(document);
const schemaOf = (name: string) =>
	z.fromJSONSchema({ $schema: 'https://json-schema.org/draft/2020-12/schema', ...components.schemas[name] });

test('the root says what there is, before there is anything and after', async () => {
	const testApp = await makeTestApp();
	const promised = schemaOf('wegweiser');
	for (const edition of [null, 1]) {
		if (edition) await data.publishEdition(testApp.as(null));
		const answer = await root(rootEvent(testApp));
		const body: unknown = await answer.json();
		promised.parse(body);
		expect(body).toMatchObject({ edition });
	}
	expect((await root(rootEvent(testApp, '?seite=1'))).status).toBe(400);
});

it('answers page by page, names the next one, and not twice what somebody has', async () => {
	const testApp = await lively();
	await data.publishEdition(testApp.as(null));
	const answer = await table(event(testApp, 'beitraege'));
	expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
	schemaOf('beitraege').parse(await answer.json());
	const etag = answer.headers.get('etag') ?? '';
	expect((await table(event(testApp, 'beitraege', '', { 'if-none-match': etag }))).status).toBe(304);
	expect((await table(event(testApp, 'beitraege', '?seite=1'))).status).toBe(200);
});

const WRONG: [string, number, string[]][] = [
	...['0', '-1', '1.5', '1e3', ' 1', 'eins', '', '01', '9999999999'].map((typed): [string, number, string[]] => [
		`?seite=${typed}`,
		400,
		['seite']
	]),
	['?page=2', 400, ['page']],
	['?seite=1&seite=2', 400, ['seite']],
	['?seite=x&limit=3', 400, ['seite', 'limit']],
	['?toString=1', 400, ['toString']],
	['?seite=2', 404, []]
];

it.each(WRONG)('%s is a problem that says what is wrong: %i', async (search, status, names) => {
	const testApp = await makeTestApp();
	await data.publishEdition(testApp.as(null));
	const answer = await table(event(testApp, 'punkte', search));
	expect([answer.status, answer.headers.get('content-type')]).toEqual([
		status,
		'application/problem+json; charset=utf-8'
	]);
	const body = z.object({ status: z.number(), parameters: z.array(z.object({ name: z.string() })).default([]) });
	const told: unknown = await answer.json();
	schemaOf('problem').parse(told);
	const { status: inside, parameters } = body.parse(told);
	expect([inside, parameters.map(({ name }) => name)]).toEqual([status, names]);
});

it('is not there for tables that are not there, before the first edition, and for whoever takes no JSON', async () => {
	const testApp = await makeTestApp();
	expect((await table(event(testApp, 'punkte'))).status).toBe(404);
	await data.publishEdition(testApp.as(null));
	for (const set of ['nichts', '__proto__', 'constructor', 'beitraege.json']) {
		expect((await table(event(testApp, set))).status, set).toBe(404);
	}
	expect((await table(event(testApp, 'punkte', '', { accept: 'text/csv' }))).status).toBe(406);
	expect((await table(event(testApp, 'punkte', '', { accept: 'application/json;q=0' }))).status).toBe(406);
	expect((await table(event(testApp, 'punkte', '', { accept: 'text/html, */*;q=0.1' }))).status).toBe(200);
});

/** What redocly's recommended rules ask that can be said in a few lines; the whole is tried with the program itself. */
test('the description has what programs that read it expect', () => {
	expect(Object.keys(paths)).toEqual(['/', ...SLUGS.map((slug) => `/${slug}`)]);
	const ids = Object.values(paths).map(({ get }) => get.operationId);
	expect(new Set(ids).size).toBe(ids.length);
	for (const { get } of Object.values(paths)) {
		expect(get).toMatchObject({
			summary: expect.any(String),
			description: expect.any(String),
			tags: [expect.any(String)]
		});
		expect(Object.keys(z.record(z.string(), z.unknown()).parse(get.responses))).toEqual(
			expect.arrayContaining(['200', '304', '400', '404', '405', '406', '500'])
		);
	}
	const text = JSON.stringify(document);
	const referred = [...text.matchAll(/"#\/components\/(\w+)\/(\w+)"/g)].map(([, kind, name]) => `${kind}/${name}`);
	const there = Object.entries(
		z.object({ components: z.record(z.string(), z.record(z.string(), z.unknown())) }).parse(document).components
	).flatMap(([kind, all]) => Object.keys(all).map((name) => `${kind}/${name}`));
	expect(new Set(referred)).toEqual(new Set(there));
	expect(document).toMatchObject({ security: [], info: { license: { url: expect.any(String) } } });
});
