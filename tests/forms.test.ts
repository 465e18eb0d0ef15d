import { globSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCode } from '#lib/people/cards/cardCode.ts';
import type { App } from '#lib/server/app.ts';
import { isWorth } from '#lib/server/http/forms/typedValues.ts';
import { SECRET_FIELDS } from '#lib/texts/fieldErrors.ts';
import { t } from '#lib/texts/texts.ts';
import type { Who } from './journeys/support/people.ts';
import { ROUTES, type Route } from './journeys/support/routes.ts';
import { htmlForms, standing, type HtmlForm } from './support/forms/html-forms.ts';
import { openFormTown, type Browser, type FormTown } from './support/forms/formTown.ts';

/**
 * Nobody types twice: every form of every page, sent when it cannot be taken, comes back with all that was typed. The
 * forms are read from the pages, so a new one is in it by itself.
 */
let site: FormTown;
let app: App;

/** Its forms are about signing in, or send nothing typed but a code. */
/** Or their answer is a file of secrets, asked for with two choices. */
const LEFT_OUT = [
	'/werkstatt/erfassen/boegen',
	'/werkstatt/erfassen/stimmen/boegen',
	'/abmelden',
	'/meine-daten/loeschen/bestaetigen'
];
const PAGES = ROUTES.filter(({ id }) => !LEFT_OUT.includes(id) && !id.startsWith('/anmelden'));
const STAFF_PAGES = PAGES.filter(({ who }) => who === 'everything');

beforeAll(async () => {
	site = await openFormTown();
	({ app } = site);
}, 300_000);

afterAll(() => site?.close());

const change: FormTown['change'] = (work) => site.change(work);

/** As `start.ts` sets it. */
const MOST_BYTES = 2 * 1024 * 1024;
const NOT_KEPT = /nicht gespeichert[\s\S]*zurück: (Dort steht er|Was Sie geschrieben haben, steht dort) noch/;

const STRANGER = '0190a000-0000-7000-8000-000000000000';
const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** Filled as a person would who means it: every sort of field, with signs that HTML has to escape. */
function filled(form: HtmlForm): [string, string][] {
	const entries: [string, string][] = [];
	const chosen = new Map<string, string>();
	for (const { name, kind, value, option } of form.fields) {
		if (kind === 'hidden' && value !== null) entries.push([name, value]);
		if (kind === 'text') entries.push([name, `»${name}« vom Zettel: "Miete & Strom" <zu hoch>, Größe 3`]);
		if (kind === 'date') entries.push([name, '2027-03-04']);
		if (kind === 'number') entries.push([name, '3']);
		if (kind === 'box') entries.push([name, option]);
		if (kind === 'choice' && option !== '') chosen.set(name, option);
	}
	return [...entries, ...chosen];
}

const isTyped = (form: HtmlForm, name: string) =>
	form.fields.some((field) => field.name === name && field.kind !== 'hidden');
/** The texts of it: they have to be there, whatever became of the form. */
const isText = (form: HtmlForm, name: string) =>
	form.fields.some((field) => field.name === name && field.kind === 'text') && !secret(name);
const secret = (name: string) => SECRET_FIELDS.includes(name);
/** A field for robots. */
const trap = (name: string) => name === 'website';

/** What is not there: in a field of the same name, or under a word for it where the form is gone. */
function lost(html: string, form: HtmlForm, sent: readonly [string, string][], whole = false): string[] {
	const there = standing(html);
	const anywhere = new Set([...there].map((one) => one.slice(one.indexOf('=') + 1)));
	return sent
		.filter(([name]) => (whole ? isTyped(form, name) : isText(form, name)) && !secret(name) && !trap(name))
		.filter(([name, value]) => !there.has(`${name}=${value}`) && !(isText(form, name) && anywhere.has(value)))
		.map(([name]) => name);
}

const SAID = /role="alert"|data-unsent/;

/** Public pages have forms for whoever is signed in. */
const whoAt = (route: Route): Who => route.who ?? 'neighbour';

async function formsOf(route: Route): Promise<{ browser: Browser; path: string; forms: HtmlForm[]; personId: string }> {
	const browser = site.browser();
	const personId = await browser.signIn(whoAt(route));
	const path = route.address(site.testApp);
	const html = (await browser.ask(path)).body.toString();
	return {
		browser,
		path,
		personId,
		forms: htmlForms(html).filter((form) => form.fields.some((one) => one.kind !== 'hidden'))
	};
}

const target = (path: string, action: string) =>
	action.startsWith('?') ? path.replace(/\?.*/, '') + action : action || path;

/** Sends it and says what was lost. A form that was taken after all lost nothing. */
async function sendAndLook(browser: Browser, at: string, form: HtmlForm, sent: [string, string][]): Promise<string[]> {
	const told = await browser.ask(at, new URLSearchParams(sent));
	const where = `${at} (${told.status})`;
	if (told.status === 303 || told.status === 200) return [];
	const html = told.body.toString();
	count.refused += 1;
	const words = lost(html, form, sent).map((name) => `${where}: ${name}`);
	const asks = sent.some(([name]) => isText(form, name));
	return asks && !SAID.test(html) ? [...words, `${where}: no sentence`] : words;
}

/** They say nothing by themselves. */
const GENERAL: readonly string[] = [t.forms.missing, t.forms.choose, t.forms.wrong, t.forms.tooLong];

const count = { forms: 0, refused: 0, back: 0, large: 0 };

describe('a form that is not taken', () => {
	it.each(PAGES)('of $id comes back whole after signing in again', async (route) => {
		const { forms } = await formsOf(route);
		const problems: string[] = [];
		for (let place = 0; place < forms.length; place++) {
			const { browser, path, personId, forms: now } = await formsOf(route);
			const form = now[place];
			if (!form) continue;
			const sent = filled(form);
			await change((db) => db.deleteFrom('sessions').where('personId', '=', personId).execute());
			const at = target(path, form.action);
			problems.push(...(await sendAndLook(browser, at, form, sent)));
			count.forms += 1;
			if (!isWorth(valuesOf(sent))) continue;
			await browser.signIn(whoAt(route));
			const back = await browser.ask(path);
			count.back += 1;
			problems.push(
				...lost(back.body.toString(), form, sent, true).map(
					(name) => `${at} after signing in (${back.status}): ${name}`
				)
			);
		}
		expect(problems).toEqual([]);
	});

	it.each(PAGES)('of $id names what was typed when a reference is wrong or a row is gone', async (route) => {
		const { browser, path, forms } = await formsOf(route);
		const problems: string[] = [];
		for (const form of forms) {
			const wrong = filled(form).map(([name, value]): [string, string] => [
				name,
				UUID.test(value) ? STRANGER : /^\d+$/.test(value) && isTyped(form, name) ? '999999' : value
			]);
			problems.push(...(await sendAndLook(browser, target(path, form.action), form, wrong)));
			const gone = path.replace(/\/(\d+|[0-9a-f-]{36})(?=\/|$|\?)/, (_, gap) =>
				UUID.test(gap) ? `/${STRANGER}` : '/999999'
			);
			if (gone !== path) problems.push(...(await sendAndLook(browser, target(gone, form.action), form, filled(form))));
		}
		expect(problems).toEqual([]);
	});

	it.each(STAFF_PAGES)('of $id keeps the words of whoever has lost the role meanwhile', async (route) => {
		const { browser, path, forms, personId } = await formsOf(route);
		const roles = app.reader.selectFrom('roles').selectAll().where('personId', '=', personId);
		const given = await roles.execute();
		await change((db) => db.deleteFrom('roles').where('personId', '=', personId).execute());
		const problems: string[] = [];
		for (const form of forms)
			problems.push(...(await sendAndLook(browser, target(path, form.action), form, filled(form))));
		await change((db) => db.insertInto('roles').values(given).execute());
		expect(problems).toEqual([]);
	});

	it.each(PAGES)('of $id keeps the words when the phase has ended meanwhile', async (route) => {
		const { browser, path, forms } = await formsOf(route);
		const phases = await app.reader.selectFrom('phases').select(['id', 'endsAt', 'beginsAt']).execute();
		const past = { beginsAt: '2020-01-01T00:00:00.000Z', endsAt: '2020-02-01T00:00:00.000Z' };
		await change((db) => db.updateTable('phases').set(past).execute());
		const problems: string[] = [];
		for (const form of forms)
			problems.push(...(await sendAndLook(browser, target(path, form.action), form, filled(form))));
		for (const { id, beginsAt, endsAt } of phases) {
			await change((db) => db.updateTable('phases').set({ beginsAt, endsAt }).where('id', '=', id).execute());
		}
		expect(problems).toEqual([]);
	});

	it.each(PAGES)('of $id, sent empty, says of every sentence which field it means', async (route) => {
		const { browser, path, forms } = await formsOf(route);
		const problems: string[] = [];
		for (const form of forms) {
			// A browser sends every field for words, and nothing of a choice nobody has made.
			const words = form.fields.filter(({ kind }) => kind !== 'hidden' && kind !== 'choice' && kind !== 'box');
			const empty = words.map(({ name }): [string, string] => [name, '']);
			const sent = [...filled(form).filter(([name]) => !isTyped(form, name)), ...empty];
			const { body } = await browser.ask(target(path, form.action), new URLSearchParams(sent));
			for (const [, name = '', said = ''] of body.toString().matchAll(/<a href="#f-([^"]+)">([^<]+)<\/a>/g))
				if (GENERAL.includes(said)) problems.push(`${path}${form.action}: ${name}: ${said}`);
		}
		expect(problems).toEqual([]);
	});

	it('was tried with all of them', () => {
		expect(count.forms).toBeGreaterThan(60);
		expect(count.back).toBeGreaterThan(50);
		expect(count.refused).toBeGreaterThan(180);
	});
});

describe('a form with a gap, sent after the session has ended', () => {
	it.each(['/beitraege/1?/comment', '/punkte/1?/comment'])(
		'%s keeps the words, and claims no consent',
		async (path) => {
			const typed = new URLSearchParams({ which: 'comment', id: STRANGER, body: 'Das war mir wichtig.' });
			const { status, body } = await site.browser().ask(path, typed);
			expect(status).toBe(422);
			expect(body.toString()).toContain('Das war mir wichtig.');
			expect(body.toString()).not.toContain(t.privacy.consents.given);
		}
	);
});

describe('a form whose page has no form any more', () => {
	it('says in words also what was chosen', async () => {
		const browser = site.browser();
		await browser.signIn('neighbour');
		const html = (await browser.ask('/beitraege/1')).body.toString();
		const form = htmlForms(html).find(({ action }) => action.startsWith('?/previewComment'));
		const sent = [...filled(form ?? { action: '', fields: [] })].filter(([name]) => name !== 'stance');
		const typed = new URLSearchParams([...sent, ['stance', 'question']]);
		for (const path of ['/beitraege/999999?/comment', '/punkte/999999?/comment']) {
			const { status, body } = await browser.ask(path, typed);
			expect(status).toBe(404);
			expect(body.toString()).toContain(`${t.fields.chosen.stance}: ${t.comments.stances.question}`);
			expect(body.toString()).toContain('vom Zettel');
		}
	});
});

describe('what is refused before anybody reads it', () => {
	const typed = (body: string) => new URLSearchParams({ title: 'Miete', body, kind: 'proposal', field: 'wohnen' });

	it('from a foreign page (403) comes back with texts and choices', async () => {
		const browser = site.browser();
		await browser.signIn('neighbour');
		const foreign = { 'sec-fetch-site': 'cross-site' };
		const { status, body } = await browser.ask('/beitragen?/next', typed('Die Miete ist zu hoch.'), foreign);
		expect(status).toBe(403);
		const html = body.toString();
		for (const said of [t.unsent.foreign, 'Die Miete ist zu hoch.', t.proposals.kinds.proposal, 'wohnen'])
			expect(html).toContain(said);
	});

	it('too large (413) says that it was not kept, and where it still is', async () => {
		const browser = site.browser();
		await browser.signIn('neighbour');
		const many = new URLSearchParams(Array.from({ length: 1_500 }, (_, index) => [`body-${index}`, 'x']));
		const fields = await browser.ask('/beitragen?/next', many);
		expect(fields.status).toBe(413);
		expect(fields.body.toString()).toMatch(NOT_KEPT);
	});

	it.each(PAGES)('of $id, too many bytes (413), is told plainly, and nothing of it is written', async (route) => {
		const { browser, path, forms } = await formsOf(route);
		const before = await rowsOfAll();
		for (const { action } of forms) {
			const at = target(path, action);
			// Said in the head: it is refused before the first byte of it. Not said: when there are too many.
			const announced = await browser.ask(at, typed('zu lang'), { 'content-length': String(MOST_BYTES + 1) });
			count.large += 1;
			expect([at, announced.status, announced.body.toString()]).toEqual([at, 413, expect.stringMatching(NOT_KEPT)]);
		}
		expect(await rowsOfAll()).toEqual(before);
	});

	it('too many bytes were sent to all of them', () => expect(count.large).toBeGreaterThan(60));

	it('too many bytes whose number nobody has said are told as plainly', async () => {
		const browser = site.browser();
		await browser.signIn('neighbour');
		const before = await rowsOfAll();
		const chunked = { 'transfer-encoding': 'chunked' };
		for (const action of ['?/next', '?/save']) {
			const { status, body } = await browser.ask(`/beitragen${action}`, typed('x'.repeat(MOST_BYTES)), chunked);
			expect([action, status, body.toString()]).toEqual([action, 413, expect.stringMatching(NOT_KEPT)]);
		}
		expect(await rowsOfAll()).toEqual(before);
	});
});

/** Reading the code is the only way to know: where tries are counted, there is a form that can be sent too often. */
const COUNTED = globSync('src/routes/**/+page.server.ts')
	.filter((file) => readFileSync(file, 'utf8').includes('countTry('))
	.map((file) => file.replaceAll('\\', '/').slice('src/routes'.length, -'/+page.server.ts'.length))
	.map((folder) => folder.replace(/\/\([^)]+\)/g, ''));
/** Nothing is typed there that may come back, or the form is only where mails are sent. */
const NOTHING_KEPT = [
	'/anmelden/team/passwort/[token]',
	'/anmelden/team/vergessen',
	'/punkte/[number]/nachrichten',
	'/meine/nachrichten'
];

/** More than any place has tries. */
const TOO_OFTEN = 60;

describe('a form that is sent too often (429)', () => {
	it.each(ROUTES.filter(({ id }) => COUNTED.includes(id) && !NOTHING_KEPT.includes(id)))(
		'of $id says so, and comes back with what was typed',
		async (route) => {
			const browser = site.browser();
			if (route.who) await browser.signIn(route.who);
			const path = route.address(site.testApp);
			const [form] = htmlForms((await browser.ask(path)).body.toString());
			if (!form) throw new Error(`${path} has no form`);
			// A code as cards have it, and nobody has; and no robot fills this in.
			const code = makeCode(() => 5);
			const sent = filled(form).map(([name, value]): [string, string] =>
				name === 'code' ? [name, code] : trap(name) ? [name, ''] : [name, value]
			);
			const once = () => browser.ask(target(path, form.action), new URLSearchParams(sent));
			let told = await once();
			for (let tries = 1; told.status !== 429 && tries < TOO_OFTEN; tries++) told = await once();
			const html = told.body.toString();
			expect(told.status).toBe(429);
			expect(html).toContain(t.reasons.tooManyTries);
			expect(html).toMatch(SAID);
			expect(lost(html, form, sent, true)).toEqual([]);
		}
	);

	it('was tried wherever tries are counted', () => {
		const ids = ROUTES.map(({ id }) => id);
		expect(COUNTED.filter((id) => !ids.includes(id))).toEqual([]);
		expect(COUNTED).toEqual(
			expect.arrayContaining([...NOTHING_KEPT, '/anmelden', '/barriere-melden', '/inhalt-melden'])
		);
	});
});

/** What the worker writes by itself meanwhile. */
const CHORES =
	/^(counters|data_\w+|extremities|journal|landscapes|organisation_positions|outbox|prints|search_\w+|sessions|tallies)$/;

/** How many rows every table has into which a form can write. */
async function rowsOfAll(): Promise<[string, number][]> {
	const tables = await app.reader.introspection.getTables();
	const names = tables.map(({ name }) => name).filter((name) => !CHORES.test(name));
	expect(names).toEqual(expect.arrayContaining(['proposals', 'comments', 'unsent_forms', 'tickets', 'ballots']));
	return Promise.all(
		names.map(async (name) => {
			const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(name)}`.execute(app.reader);
			const counted: [string, number] = [name, rows[0]?.n ?? 0];
			return counted;
		})
	);
}

function valuesOf(sent: readonly [string, string][]): Record<string, string | string[]> {
	const values: Record<string, string[]> = {};
	for (const [name, value] of sent) (values[name] ??= []).push(value);
	return values;
}
