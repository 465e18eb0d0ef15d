import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '#lib/people/person.ts';
import * as staff from '#lib/people/staff/staff.server.ts';
import { SHIPPED } from '#lib/profile/shipped.ts';
import { profileText } from '#lib/profile/words/profileText.ts';
import type { App } from '#lib/server/app.ts';
import { readConfig } from '#lib/server/config.ts';
import { makeCtx } from '#lib/server/ctx.ts';
import { openApp } from '#lib/server/openApp.ts';
import { withTerms } from '#lib/texts/words.ts';
import { found } from '#lib/verdict.ts';
import { fillDemo } from '../src/commands/demo/demos.ts';
import { ensureBuilt } from '../src/commands/process/built.ts';
import { ROUTES } from './journeys/support/routes.ts';
import { informalIn, linesOf } from './support/texts/address.ts';
import { Browser } from './support/forms/formTown.ts';
import { htmlForms } from './support/forms/html-forms.ts';
import { SECRET } from './support/machine/secret.ts';
import { serve, type Served } from './support/machine/served.ts';

/**
 * A process may speak to people with »du«. The team is spoken to with »Sie« all the same, on every page it works on and in
 * every answer to a form; what it reads with »du« there is what others read.
 */
const youth = found(SHIPPED.get('jugend-stadt'), 'profile');
/** There the words said to others are shown, to be worded anew. */
const QUOTING = /^\/werkstatt\/(texte|profil)(\/|$)/;
/** The question itself, which the team reads as it was asked. */
const ASKED = /Haben wir dich verstanden\?/g;
const STAFF_PAGES = ROUTES.filter(
	({ id }) => id.startsWith('/werkstatt') && !id.includes('[') && !QUOTING.test(id)
).map(({ id }) => id);

let folder: string;
let server: Served;
let app: App;
let member: Browser;

beforeAll(async () => {
	ensureBuilt();
	folder = mkdtempSync(join(tmpdir(), 'teilhabe-address-'));
	const config = readConfig({ DATABASE_URL: `file:${join(folder, 'youth.sqlite')}`, TEILHABE_SECRET: SECRET });
	server = await serve(config, { TEILHABE_KEYS: join(folder, 'keys') });
	app = openApp(config, pino({ level: 'silent' }));
	await fillDemo(app, 'jugend-stadt', join(folder, 'access.json'));
	const form = { email: 'a@amt.example', name: 'A', password: 'ein langes Passwort', roles: ROLES };
	const personId = await staff.put(makeCtx(app, 'command'), form);
	member = new Browser(app, server, () => personId);
	await member.open(personId);
}, 600_000);

afterAll(async () => {
	await server?.stop();
	await app?.close();
	rmSync(folder, { recursive: true, force: true });
});

/** What somebody of the public wrote or reads, and a demonstration's questions to them. */
async function toOthers(): Promise<string[]> {
	const rows = await app.reader.selectFrom('proposals').select(['title', 'body']).execute();
	const phases = await app.reader.selectFrom('phases').select(['title', 'asks']).execute();
	const process = await app.reader.selectFrom('consultations').select(['title', 'lead']).execute();
	const questions = await app.reader.selectFrom('questions').select('title').execute();
	const written = [...rows, ...phases, ...process, ...questions].flatMap((row) => Object.values(row));
	const said = Object.values(youth.wording).map((text) => withTerms(text, (term) => profileText(youth, term)));
	return [...said, ...written.map((text) => text ?? '')].flatMap(linesOf);
}

describe('in a process with »du«', () => {
	it.each(STAFF_PAGES)('%s and its answers speak to the team with »Sie«', async (path) => {
		const others = await toOthers();
		const toTeam = (html: string) =>
			informalIn(html.replace(ASKED, '')).filter((line) => !others.some((one) => one.includes(line)));
		const html = (await member.ask(path)).body.toString();
		const said = [...toTeam(html)];
		for (const { action, fields } of htmlForms(html)) {
			// Sent empty: every sentence about a field is said.
			const empty = fields.map(({ name, kind, value }): [string, string] => [
				name,
				kind === 'hidden' ? (value ?? '') : ''
			]);
			const at = action.startsWith('?') ? path + action : action || path;
			if (!at.startsWith('/werkstatt')) continue;
			said.push(...toTeam((await member.ask(at, new URLSearchParams(empty))).body.toString()));
		}
		expect([...new Set(said)]).toEqual([]);
	});

	it('whoever takes part is spoken to with »du« where the same is said', async () => {
		const visitor = new Browser(app, server, () => '');
		const said = youth.participantWording['ui.checkYourEntries'];
		const refused = (await visitor.ask('/anmelden', new URLSearchParams({ code: '' }))).body.toString();
		expect(refused).toContain(said);
		const team = (await visitor.ask('/anmelden/team', new URLSearchParams({ email: '' }))).body.toString();
		expect(team).not.toContain(said);
	});
});
