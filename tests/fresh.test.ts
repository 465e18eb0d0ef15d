import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { helpHref } from '#lib/handbook/place.ts';
import * as sessions from '#lib/server/auth/sessions.server.ts';
import { readConfig } from '#lib/server/config.ts';
import { makeCtx } from '#lib/server/ctx.ts';
import type { App } from '#lib/server/app.ts';
import { openApp } from '#lib/server/openApp.ts';
import * as staff from '#lib/people/staff/staff.server.ts';
import { ROLES } from '#lib/people/person.ts';
import { soonAt } from '#lib/texts/failures.ts';
import { ensureBuilt } from '../src/commands/process/built.ts';
import { ROUTES } from './journeys/support/routes.ts';
import { SECRET } from './support/machine/secret.ts';
import { serve, type Served } from './support/machine/served.ts';

/** A machine on which nothing has been done yet but `npm start`: every page answers, and none shows what is missing. */
let folder: string;
let server: Served;
let app: App;
let cookie: string;

const PAGES = ROUTES.filter(({ id }) => !id.includes('['));
const PUBLIC = PAGES.filter(({ id }) => !id.startsWith('/werkstatt')).map(({ id }) => id);
const FIXED = ['so-gehts', 'leicht', 'regeln', 'hilfe', 'datenschutz', 'barrierefreiheit', 'impressum'].map(
	(id) => `/${id}`
);
const EASY = ['datenschutz', 'regeln', 'barrierefreiheit'].map((id) => `/leicht/${id}`);

beforeAll(async () => {
	ensureBuilt();
	folder = mkdtempSync(join(tmpdir(), 'teilhabe-fresh-'));
	const config = readConfig({ DATABASE_URL: `file:${join(folder, 'fresh.sqlite')}`, TEILHABE_SECRET: SECRET });
	server = await serve(config, { LOG_LEVEL: 'info', TEILHABE_KEYS: join(folder, 'keys') });
	app = openApp(config, pino({ level: 'silent' }));
	const command = makeCtx(app, 'command');
	const personId = await staff.put(command, {
		email: 'a@amt.example',
		name: 'A',
		password: 'ein langes Passwort',
		roles: ROLES
	});
	const { name, value } = await sessions.open(app, personId);
	cookie = `${name}=${value}`;
}, 300_000);

afterAll(async () => {
	await server?.stop();
	await app?.close();
	rmSync(folder, { recursive: true, force: true });
});

const textOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('on a fresh machine', () => {
	it.each([...PUBLIC, ...FIXED, ...EASY])(
		'%s answers anybody, and shows nothing that is still missing',
		async (path) => {
			const { status, headers, body } = await server.ask(path);
			if (status === 303) return expect(headers.location).toMatch(/^\/(anmelden|$)/);
			// A code that is asked for is not there.
			expect(path.startsWith('/anmelden') || path.startsWith('/meine') ? [200, 403, 404] : [200]).toContain(status);
			const html = body.toString('utf8');
			expect(html).toContain('<h1');
			expect(html).not.toMatch(/Bitte eintragen|noch nicht vollständig|\{\{|\[object/);
		}
	);

	it.each(['/beitraege', '/strategie', '/ergebnisse', '/meinungsbild', '/wer-macht-mit'])(
		'%s says what will be there, and no machine takes it for a fault',
		async (path) => {
			const { status, headers, body } = await server.ask(path);
			expect(status).toBe(200);
			expect(headers['cache-control']).toBe('no-store');
			expect(textOf(body.toString('utf8'))).toContain(soonAt(path).text);
			expect(soonAt(path).text).toMatch(/begonnen\. Hier steh/);
		}
	);

	it.each(PAGES.filter(({ id }) => id.startsWith('/werkstatt')).map(({ id }) => id))(
		'%s answers the team',
		async (path) => {
			const { status, body } = await server.ask(path, { headers: { cookie } });
			expect(status).toBe(200);
			expect(body.toString('utf8')).toContain('<h1');
			// The handbook itself needs none.
			if (!path.startsWith('/werkstatt/handbuch')) expect(body.toString('utf8')).toContain(`href="${helpHref(path)}"`);
		}
	);

	it.each(['/impressum', '/hilfe', '/barrierefreiheit', '/gebaerdensprache'])(
		'%s shows the team what is missing',
		async (path) => {
			const { body } = await server.ask(path, { headers: { cookie } });
			expect(body.toString('utf8')).toContain('[Bitte eintragen: ');
			expect(body.toString('utf8')).toContain('href="/werkstatt/angaben"');
		}
	);

	it('nothing of it is a fault in the log', () => {
		expect(
			server
				.said()
				.split('\n')
				.filter((line) => /"level":(50|60)/.test(line))
		).toEqual([]);
	});
});
