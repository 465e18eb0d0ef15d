import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as factors from '#lib/people/signIn/factors.server.ts';
import * as staff from '#lib/people/staff/staff.server.ts';
import * as sessions from '#lib/server/auth/sessions.server.ts';
import type { App } from '#lib/server/app.ts';
import { readConfig } from '#lib/server/config.ts';
import { makeCtx } from '#lib/server/ctx.ts';
import { openApp } from '#lib/server/openApp.ts';
import { isoDay } from '#lib/texts/dates.ts';
import { fill, t } from '#lib/texts/texts.ts';
import { LEGAL_PLACES } from '#lib/texts/pages/places.ts';
import { ensureBuilt } from '../src/commands/process/built.ts';
import { SECRET } from './support/machine/secret.ts';
import { serve, type Served } from './support/machine/served.ts';

/** An installation nobody has touched, and its first admin: by forms alone she comes to a process people can take part in. */
let folder: string;
let server: Served;
let app: App;
let cookie: string;

beforeAll(async () => {
	ensureBuilt();
	folder = mkdtempSync(join(tmpdir(), 'teilhabe-begin-'));
	const config = readConfig({ DATABASE_URL: `file:${join(folder, 'new.sqlite')}`, TEILHABE_SECRET: SECRET });
	server = await serve(config, { TEILHABE_KEYS: join(folder, 'keys') });
	app = openApp(config, pino({ level: 'silent' }));
	const command = makeCtx(app, 'command');
	const form = { email: 'a@amt.example', name: 'A', password: 'ein langes Passwort', roles: ['admin'] as const };
	const personId = await staff.put(command, form);
	await factors.setUpDemoFactor(command, personId);
	const { name, value } = await sessions.open(app, personId);
	cookie = `${name}=${value}`;
}, 300_000);

afterAll(async () => {
	await server?.stop();
	await app?.close();
	rmSync(folder, { recursive: true, force: true });
});

const read = async (path: string, headers: Record<string, string> = { cookie }) =>
	(await server.ask(path, { headers })).body.toString('utf8');
const shown = (html: string, field: string) =>
	new RegExp(`name="${field}"[^>]* value="([^"]*)"|value="([^"]*)"[^>]* name="${field}"`)
		.exec(html)
		?.slice(1)
		.find(Boolean) ?? '';

/** As a browser without script sends it; the mark of the state is that of the page. */
async function send(path: string, action: string, typed: Record<string, string> | [string, string][]): Promise<string> {
	const page = await read(path);
	const marks = ['seen', 'revision', 'id'].map((name): [string, string] => [name, shown(page, name)]);
	const body = new URLSearchParams([...marks.filter(([, mark]) => mark), ...new URLSearchParams(typed)]).toString();
	const headers = { cookie, origin: server.origin, 'content-type': 'application/x-www-form-urlencoded' };
	const told = await server.ask(`${path}${action}`, { method: 'POST', headers, body });
	const answer = told.body.toString('utf8');
	expect(told.status, `${path}${action}: ${/<ul>[\s\S]*?<\/ul>/.exec(answer)?.[0] ?? ''}`).toBeLessThan(400);
	return answer;
}

const { steps } = t.readiness;
const next = async () =>
	/<span class="kern-label">([^<]*Nächstes[^<]*)</.exec(await read('/werkstatt/start'))?.[1] ?? null;
const step = (name: keyof typeof steps.names) => fill(steps.next, { step: steps.names[name] });

it('by forms alone, in the order in which the guide asks for them', async () => {
	expect(await next()).toBe(step('profile'));
	await send('/werkstatt/profil/datei', '?/shipped', { profile: 'jugend-stadt' });
	const look = { name: 'Neudorf macht mit', claim: '', official: 'Gemeinde Neudorf', flag: 'none', calls: 'whenThere' };
	await send('/werkstatt/profil/aussehen', '?/save', { ...look, light: '#6a2c91', dark: '#c9a3e0' });

	expect(await next()).toBe(step('process'));
	expect(await read('/werkstatt/team')).toContain(t.readiness.onward);
	const now = new Date();
	const until = new Date(now.getTime() + 30 * 24 * 60 * 60 * 1000);
	await send('/werkstatt/verfahren/neu', '', {
		...{
			title: 'Strategie für Neudorf',
			fields: 'Treffpunkte',
			'phase-1-title': 'Sammeln',
			'phase-1-actions': 'propose'
		},
		...{ 'phase-1-from': isoDay(now.toISOString()), 'phase-1-until': isoDay(until.toISOString()) }
	});

	expect(await next()).toBe(step('texts'));
	await send(
		'/werkstatt/angaben',
		'?/save',
		Object.fromEntries(LEGAL_PLACES.map((place) => [place, 'Marktplatz 1, Neudorf']))
	);

	expect(await next()).toBe(step('staff'));
	for (const name of ['p', 'q']) {
		const roles: [string, string][] = ['publisher', 'moderator'].map((role) => ['roles', role]);
		await send('/werkstatt/team/neu', '', [['email', `${name}@neudorf.example`], ['name', name], ...roles]);
	}

	expect(await next()).toBe(step('cards'));
	const cards = { label: 'Treff', group: 'youth', organisation: '', language: 'de', size: '2', days: '100' };
	const sheet = await send('/werkstatt/karten', '?/issue', cards);
	expect(sheet).toMatch(/[A-Z0-9]{4}(-[A-Z0-9]{4}){3}/);

	expect(await next()).toBeNull();
	expect(await read('/werkstatt/team')).not.toContain(t.readiness.onward);
	const start = await read('/', {});
	for (const said of ['Neudorf macht mit', 'Strategie für Neudorf', 'Treffpunkte', '/beitragen'])
		expect(start).toContain(said);
	expect(await read('/impressum', {})).toContain('Marktplatz 1, Neudorf');
}, 120_000);
