import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { open } from '#lib/server/auth/sessions.server.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { ensureBuilt } from '../src/commands/process/built.ts';
import { refused, serve, type Asked, type Served } from './support/machine/served.ts';
import { makeTestApp, type TestApp } from './support/machine/testApp.ts';

let testApp: TestApp;
let server: Served;

async function publish(title: string): Promise<number> {
	const author = await testApp.person();
	const body = 'Wir brauchen Wohnungen, die man auch mit wenig Geld bezahlen kann.';
	const form = { id: newId(), kind: 'proposal', field: 'wohnen', title, body, evidence: '' } as const;
	const number = await proposals.submit(testApp.as(author), testApp.consultationId, form);
	await transaction(testApp.as(null), (ctx) => proposals.screened(ctx, form.id, { deed: 'publish' }));
	return number;
}

beforeAll(async () => {
	ensureBuilt();
	testApp = await makeTestApp();
	await publish('Mehr kleine Wohnungen');
	server = await serve(testApp.app.config, { LOG_LEVEL: 'info' });
}, 300_000);

afterAll(async () => {
	await server?.stop();
});

const LIST = '/beitraege';
const BROTLI = { 'accept-encoding': 'gzip, deflate, br' };

describe('somebody who reads', () => {
	it('gets a page from the cache, compressed, and 304 when they have it', async () => {
		const first = await server.ask(LIST, { headers: BROTLI });
		expect(first.status).toBe(200);
		expect(brotliDecompressSync(first.body).toString()).toContain('Mehr kleine Wohnungen');
		const again = await server.ask(LIST, { headers: BROTLI });
		// The number of a request stands only on what was made for that request.
		expect([first.headers['x-request-id'] === undefined, again.headers['x-request-id'] === undefined]).toEqual([
			false,
			true
		]);
		expect(again.body).toEqual(first.body);
		expect(again.headers).toMatchObject({ 'cache-control': 'no-cache', vary: 'accept-encoding, cookie' });
		const known = await server.ask(LIST, { headers: { ...BROTLI, 'if-none-match': String(first.headers.etag) } });
		expect(known).toMatchObject({ status: 304, headers: { 'x-frame-options': 'DENY' } });
	});

	it('sees within seconds what another process has published', async () => {
		await server.ask(LIST);
		await publish('Aus einem anderen Programm');
		await expect
			.poll(async () => (await server.ask(LIST)).body.toString(), { timeout: 10_000, interval: 200 })
			.toContain('Aus einem anderen Programm');
	});

	it('comes to the strategy when they shorten the address of a point or a version', async () => {
		for (const path of ['/punkte', '/fassungen']) {
			const told = await server.ask(path);
			expect([told.status, told.headers.location?.split('#')[0]]).toEqual([308, '/strategie']);
		}
	});

	it('leaves no search words in the log', async () => {
		await server.ask(`${LIST}?q=geheimeswort`);
		await server.ask('/gibt/es/geheimeswort/nicht');
		expect(server.said()).toContain('/(public)/beitraege');
		expect(server.said()).not.toContain('geheimeswort');
	});

	it('gets HEAD answered like GET, without the page', async () => {
		const told = await server.ask(LIST, { method: 'HEAD' });
		expect(told.status).toBe(200);
		expect(told.body).toHaveLength(0);
		expect(told.headers.etag).toBe((await server.ask(LIST)).headers.etag);
	});
});

describe('somebody who is signed in', () => {
	it('gets their own page, compressed, to be stored nowhere', async () => {
		const person = await testApp.person();
		const { name, value } = await open(testApp.app, person.id);
		await server.ask(LIST, { headers: BROTLI });
		const told = await server.ask(LIST, { headers: { ...BROTLI, cookie: `${name}=${value}` } });
		expect(told.headers).toMatchObject({ 'cache-control': 'no-store', 'content-encoding': 'gzip' });
		expect(told.headers.etag).toBeUndefined();
		expect(gunzipSync(told.body).toString()).toContain(person.pseudonym);
		const after = await server.ask(LIST, { headers: BROTLI });
		expect(brotliDecompressSync(after.body).toString()).not.toContain(person.pseudonym);
	});
});

describe('whoever tries something', () => {
	const form = { 'content-type': 'application/x-www-form-urlencoded' };
	const table: [string, string, Asked, number][] = [
		['an address that is no text', '/%E0%A4%A', {}, 400],
		['an address with a zero byte', `${LIST}?q=%00`, {}, 400],
		['an address that does not exist', '/gibt-es-nicht', {}, 404],
		['a number that is none', `${LIST}/abc`, {}, 404],
		['a number without end', `${LIST}/${'9'.repeat(40)}`, {}, 404],
		['a way out of the folder', '/../../etc/passwd', {}, 404],
		['a method nobody needs', LIST, { method: 'DELETE' }, 405],
		['a form where there is none', '/gibt-es-nicht', { method: 'POST', headers: form, body: 'a=b' }, 405],
		[
			'a form from another site',
			'/anmelden',
			{ method: 'POST', headers: { ...form, 'sec-fetch-site': 'cross-site' } },
			403
		],
		[
			'a form of a strange kind',
			'/anmelden',
			{ method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' },
			415
		],
		[
			'a form without its boundary',
			'/anmelden',
			{ method: 'POST', headers: { 'content-type': 'multipart/form-data' }, body: 'x' },
			400
		],
		['a form that is too large', '/anmelden', { method: 'POST', headers: form, body: 'a'.repeat(3_000_000) }, 413],
		[
			'one that does not say so',
			'/anmelden',
			{ method: 'POST', headers: { ...form, 'transfer-encoding': 'chunked' }, body: 'a'.repeat(3_000_000) },
			413
		],
		['a form of too many fields', '/anmelden', { method: 'POST', headers: form, body: 'a&'.repeat(5_000) }, 413],
		['a zero byte in a form', '/anmelden', { method: 'POST', headers: form, body: 'code=%00' }, 422]
	];
	it.each(table)('with %s', async (_, path, asked, status) => {
		const told = await server.ask(path, asked);
		expect(told.status).toBe(status);
		expect(told.headers['x-content-type-options']).toBe('nosniff');
	});

	it('leaves nothing on the device of what a form was answered with', async () => {
		const told = await server.ask('/meldung', { method: 'POST', headers: form, body: 'code=ABCD' });
		expect(told).toMatchObject({ status: 422, headers: { 'cache-control': 'no-store' } });
	});

	it('cannot put another host into our pages', async () => {
		const told = await server.ask(`${LIST}?frisch`, {
			headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' }
		});
		expect(told.status).toBe(200);
		expect(told.body.toString()).not.toContain('evil.example');
		const moved = await server.ask(`${LIST}/`, { headers: { host: 'evil.example' } });
		expect([moved.status, moved.headers.location]).toEqual([308, LIST]);
	});

	it('does not see an error of ours', async () => {
		const told = await server.ask('/%E0%A4%A');
		expect(told.body.toString()).not.toMatch(/at .*\.js:\d+|node_modules/);
	});
});

describe('every answer', () => {
	const paths = [LIST, '/robots.txt', '/gibt-es-nicht', `${LIST}/`, '/healthz'];
	it.each(paths)('%s carries the security headers', async (path) => {
		for (const { headers } of [await server.ask(path), await server.ask(path)]) {
			expect(headers).toMatchObject({ 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer' });
			expect(headers['content-security-policy']).toMatch(/default-src '(self|none)'/);
			// Only on https: on http it would lock people out.
			expect(headers['strict-transport-security']).toBeUndefined();
		}
	});
});

describe('the operator', () => {
	it('is told that it lives and is ready, in no line of the log', async () => {
		for (const path of ['/healthz', '/readyz']) {
			expect(await server.ask(path)).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } });
		}
		expect(server.said()).not.toMatch(/healthz|readyz/);
	});

	it('is told which migration is missing', async () => {
		const db = testApp.app.writer
			.withoutPlugins()
			.withTables<{ kysely_migration: { name: string; timestamp: string } }>();
		const last = await db.transaction().execute(async (db) => {
			const row = await db.selectFrom('kysely_migration').selectAll().orderBy('name', 'desc').executeTakeFirstOrThrow();
			await db.deleteFrom('kysely_migration').where('name', '=', row.name).execute();
			return row;
		});
		const told = await server.ask('/readyz');
		await db.transaction().execute((db) => db.insertInto('kysely_migration').values(last).execute());
		expect([told.status, told.body.toString()]).toEqual([503, `migrations missing: ${last.name}`]);
		expect((await server.ask('/readyz')).status).toBe(200);
	});

	it('reads one sentence when a setting is wrong or the port is taken', async () => {
		const { config } = testApp.app;
		expect(await refused(config, { LOG_LEVEL: 'loud' })).toEqual({
			code: 1,
			said: 'The setting LOG_LEVEL must be one of silent, error, warn, info, debug.\n'
		});
		expect(await refused(config, { PORT: String(server.port) })).toEqual({
			code: 1,
			said: 'The port is taken by another program. Choose another one with PORT.\n'
		});
	});

	it('stops it, and whoever is in the middle of a form still gets an answer', async () => {
		const second = await serve(testApp.app.config, { LOG_LEVEL: 'info' });
		const answered = slowForm(second.port);
		await expect.poll(() => answered.begun()).toBe(true);
		const stopped = second.stop();
		await expect.poll(() => second.said()).toContain('stopping');
		answered.finish();
		expect(await answered.status).toBe(422);
		expect(await stopped).toBe(0);
		await expect(second.ask('/healthz')).rejects.toThrow();
	});
});

/** A form of which the second half comes later. */
function slowForm(port: number) {
	let begun = false;
	const body = 'code=';
	const type = 'application/x-www-form-urlencoded';
	const headers = { accept: 'text/html', 'content-type': type, 'content-length': String(body.length) };
	const sent = request({ host: '127.0.0.1', port, path: '/anmelden', method: 'POST', headers });
	const status = new Promise<number | undefined>((done, failed) => {
		sent.on('response', (res) => res.resume().on('end', () => done(res.statusCode)));
		sent.on('error', failed);
	});
	sent.write(body.slice(0, 2), () => setTimeout(() => (begun = true), 200));
	return { status, begun: () => begun, finish: () => sent.end(body.slice(2)) };
}
