import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { Plan } from '#lib/consultations/plan.ts';
import { readConfig } from '#lib/server/config.ts';
import { makeCtx } from '#lib/server/ctx.ts';
import { openApp } from '#lib/server/openApp.ts';
import { day, untilDay } from '#lib/texts/dates.ts';
import { soonAt } from '#lib/texts/failures.ts';
import { ensureBuilt } from '../src/commands/process/built.ts';
import { ROUTES } from './journeys/support/routes.ts';
import { SECRET } from './support/machine/secret.ts';
import { serve, type Served } from './support/machine/served.ts';

/** Nobody has written anything yet: every public page answers, and every list says where the process stands, with a day. */
const PUBLIC = ROUTES.filter(({ id }) => !id.includes('[') && !id.startsWith('/werkstatt')).map(({ id }) => id);
/** Full from the first day on: fixed pages, forms, and what asks for a code or a word. */
const NEVER_EMPTY = [
	...['', 'barriere-melden', 'inhalt-melden', 'leicht', 'meldung', 'suche', 'wie-wir-rechnen', 'gebaerdensprache'],
	...['sitemap', 'kalender', 'schnell-weg', 'dank', 'gruppe', 'bleiben', 'abmelden', 'uebernehmen', 'beitragen'],
	// When is a question of their own: the next phase that asks.
	...['vorrang', 'wie-war-es', 'abstimmen', 'stellungnahmen', 'beirat']
].map((name) => `/${name}`);
const LISTS = PUBLIC.filter(
	(path) => !NEVER_EMPTY.includes(path) && !/^\/(anmelden|meine|stellungnahmen|abmelden|werkstatt)/.test(path)
);

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const dateIn = (days: number) => inDays(days).slice(0, 10);
const phase = (from: number, until: number) => ({
	...{ title: 'Zuhören', from: dateIn(from), until: dateIn(until), actions: ['propose' as const] }
});

const STATES = [
	{ name: 'without a process', phases: null, says: () => 'Wann es losgeht, steht noch nicht fest.' },
	{ name: 'before its first phase', phases: [phase(30, 60)], says: () => day(`${dateIn(30)}T12:00:00.000Z`) },
	{ name: 'in its first phase', phases: [phase(-3, 60)], says: () => untilDay(`${dateIn(60)}T12:00:00.000Z`) }
] as const;

const textOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe.each(STATES)('an installation $name', ({ phases, says }) => {
	let folder: string;
	let server: Served;

	beforeAll(async () => {
		ensureBuilt();
		folder = mkdtempSync(join(tmpdir(), 'teilhabe-empty-'));
		const config = readConfig({ DATABASE_URL: `file:${join(folder, 'empty.sqlite')}`, TEILHABE_SECRET: SECRET });
		server = await serve(config, { TEILHABE_KEYS: join(folder, 'keys') });
		if (phases === null) return;
		const app = openApp(config, pino({ level: 'silent' }));
		const fields = [{ title: 'Freizeit' }];
		await consultations.establish(makeCtx(app, 'command'), Plan.parse({ title: 'Jugendstrategie', fields, phases }));
		await app.close();
	}, 300_000);

	afterAll(async () => {
		await server?.stop();
		rmSync(folder, { recursive: true, force: true });
	});

	it.each(PUBLIC)('answers %s', async (path) => {
		const { status, headers, body } = await server.ask(path);
		if (status === 303) return expect(headers.location).toMatch(/^\/(anmelden|$)/);
		expect(path.startsWith('/anmelden') || path.startsWith('/meine') ? [200, 403, 404] : [200]).toContain(status);
		expect(body.toString('utf8')).toContain('<h1');
	});

	it.each(LISTS)('says on %s when something will be there', async (path) => {
		const { status, body } = await server.ask(path);
		expect(status).toBe(200);
		const text = textOf(body.toString('utf8'));
		// The chronicle of a process that has begun is not empty.
		if (path === '/chronik' && text.includes('Eine neue Phase hat begonnen')) return;
		// Nor is the list of promised answers: the phase has promised some.
		if (path === '/antworten' && text.includes('Zuhören')) return;
		expect(text).toContain(says());
	});

	it.each(['/verfahren', '/beitraege?verfahren=strategie&q=x'])('leads %s to where that is today', async (path) => {
		const { status, headers } = await server.ask(path);
		expect(status).toBe(308);
		expect(headers.location).toBe(path === '/verfahren' ? '/' : '/beitraege?q=x');
	});
});

it('says the same before there is anything to say it in', () => {
	expect(soonAt('/beitraege').text).toContain('Wann es losgeht, steht noch nicht fest.');
});
