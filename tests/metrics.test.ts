import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enqueue } from '#lib/server/mail/outbox.server.ts';
import { open } from '#lib/server/auth/sessions.server.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { ensureBuilt } from '../src/commands/process/built.ts';
import { putProposal } from './support/editions/published.ts';
import { freePort, serve, type Served } from './support/machine/served.ts';
import { makeTestApp, type TestApp } from './support/machine/testApp.ts';

let testApp: TestApp;
let server: Served;
let address: string;
let folder: string;

const EMAIL = 'kim.geheim@ministerium.example';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

beforeAll(async () => {
	ensureBuilt();
	folder = mkdtempSync(join(tmpdir(), 'teilhabe-metrics-'));
	testApp = await makeTestApp();
	await putProposal(testApp, await testApp.person());
	// Nobody listens there: the mail waits, and the try counts.
	// By the clock of the machine, which is the server's.
	const today = { ...testApp.as(null), now: new Date().toISOString() };
	await transaction(today, (ctx) => enqueue(ctx, { to: EMAIL, subject: 'Geheimes', body: 'Geheimes' }));
	await open(testApp.app, (await testApp.person()).id);
	const port = await freePort();
	address = `http://127.0.0.1:${port}/metrics`;
	const smtp = `smtp://127.0.0.1:${await freePort()}`;
	server = await serve(testApp.app.config, { METRICS_PORT: String(port), SMTP_URL: smtp, BACKUP_DIR: folder });
}, 300_000);

afterAll(async () => {
	await server?.stop();
	rmSync(folder, { recursive: true, force: true });
});

interface Line {
	name: string;
	labels: Readonly<Record<string, string>>;
	value: number;
}

/** What Prometheus reads: names, labels, values. */
function read(text: string): Line[] {
	const rows = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
	return rows.map((row) => {
		const [, name = '', labels = '', value = ''] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(row) ?? [];
		const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, key = '', said = '']) => [key, said]);
		return { name, labels: Object.fromEntries(pairs), value: Number(value) };
	});
}

const scrape = async () => (await fetch(address)).text();
/** The sum of all lines of this name with these labels. */
async function count(name: string, labels: Record<string, string> = {}): Promise<number> {
	const fits = (line: Line) => Object.entries(labels).every(([key, value]) => line.labels[key] === value);
	const lines = read(await scrape()).filter((line) => line.name === name && fits(line));
	return lines.reduce((sum, { value }) => sum + value, 0);
}
const LIST = { route: '/(public)/beitraege', method: 'GET', status: '2xx' };

describe('whoever watches the process', () => {
	it('counts pages by their pattern, and what came from the cache', async () => {
		const [pages, hits] = [
			await count('teilhabe_http_requests_total', LIST),
			await count('teilhabe_page_cache_total', { result: 'hit' })
		];
		for (let i = 0; i < 3; i++) await server.ask('/beitraege');
		await server.ask('/beitraege/1');
		await server.ask('/gibt/es/geheim/nicht');
		await server.ask('/anmelden/team', { method: 'POST', headers: FORM, body: `email=${EMAIL}&password=geheim` });
		expect(await count('teilhabe_http_requests_total', LIST)).toBe(pages + 1);
		expect(await count('teilhabe_page_cache_total', { result: 'hit' })).toBe(hits + 2);
		const signIn = { route: '/(account)/anmelden/team', method: 'POST', status: '4xx' };
		expect(await count('teilhabe_http_requests_total', signIn)).toBe(1);
		expect(await count('teilhabe_http_requests_total', { route: 'none', status: '4xx' })).toBe(1);
		expect(await count('teilhabe_http_request_duration_seconds_count', { route: '/(public)/beitraege/[number]' })).toBe(
			1
		);
	});

	it('sees the database, the heap and the event loop', async () => {
		expect(await count('teilhabe_database_query_duration_seconds_count')).toBeGreaterThan(10);
		expect(await count('nodejs_eventloop_lag_seconds')).toBeGreaterThan(0);
		expect(await count('nodejs_heap_size_used_bytes')).toBeGreaterThan(10_000_000);
	});

	it('hears from the worker what waits, what was done and how old the backup is', async () => {
		const soon = { timeout: 60_000, interval: 500 };
		await expect
			.poll(() => count('teilhabe_chore_runs_total', { chore: 'send mail', result: 'done' }), soon)
			.toBeGreaterThan(0);
		await expect.poll(() => count('teilhabe_mails_total', { result: 'failed' }), soon).toBe(1);
		await expect.poll(() => count('teilhabe_outbox_waiting'), soon).toBe(1);
		await expect.poll(() => count('teilhabe_sessions_open'), soon).toBe(1);
		expect(await count('teilhabe_database_bytes', { part: 'data' })).toBeGreaterThan(100_000);
		expect(await count('teilhabe_transaction_batch_size_count')).toBeGreaterThan(0);
		const last = await count('teilhabe_chore_last_success_timestamp_seconds', { chore: 'send mail' });
		expect(Math.abs(Date.now() / 1000 - last)).toBeLessThan(120);
		await expect
			.poll(() => count('teilhabe_chore_runs_total', { chore: 'back up', result: 'done' }), soon)
			.toBeGreaterThan(0);
		await expect.poll(async () => (await count('teilhabe_backup_age_seconds')) >= 0, soon).toBe(true);
	}, 120_000);

	it('learns of nobody: labels are patterns and words of ours', async () => {
		const text = await scrape();
		const patterns = globSync('src/routes/**/+{page,server}{.server,}.{ts,svelte}').map((file) =>
			dirname(file).replaceAll('\\', '/').slice('src/routes'.length)
		);
		const routes = new Set(['none', '/', ...patterns]);
		const labels = read(text).flatMap((line) => Object.entries(line.labels));
		expect(labels.filter(([name, value]) => name === 'route' && !routes.has(value))).toEqual([]);
		const words = labels.filter(([name]) => !['route', 'le', 'version'].includes(name));
		expect(words.filter(([, value]) => !/^[A-Za-z0-9_ -]{1,40}$/.test(value) || /\d{5}/.test(value))).toEqual([]);
		expect(new Set(labels.map(([name]) => name))).not.toContain('path');
		expect(text.toLowerCase()).not.toMatch(/geheim|@|[0-9a-f]{8}-[0-9a-f]{4}-/);
	});

	it('finds the numbers on their own port only, and nothing else there', async () => {
		expect((await server.ask('/metrics')).status).toBe(404);
		const others = await Promise.all([fetch(address.replace('/metrics', '/')), fetch(address, { method: 'POST' })]);
		expect(others.map(({ status }) => status)).toEqual([404, 404]);
		expect((await fetch(address)).headers.get('content-type')).toContain('text/plain');
	});
});
