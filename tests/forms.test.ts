import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { House } from '#lib/server/house.ts';
import { isWorth } from '#lib/server/http/typed.ts';
import { fields as known, unsent } from '#lib/texts/de/fields.ts';
import { t } from '#lib/texts/texts.ts';
import type { Who } from './journeys/support/people.ts';
import { ROUTES, type Route } from './journeys/support/routes.ts';
import { htmlForms, standing, type HtmlForm } from './support/html-forms.ts';
import { openFormTown, type Browser, type FormTown } from './support/formTown.ts';

/**
 * Nobody types twice: every form of every page, sent when it cannot be taken, comes back with all that was typed. The
 * forms are read from the pages, so a new one is in it by itself.
 */
let site: FormTown;
let house: House;

/** Its forms are about signing in, or send nothing typed but a code. */
const LEFT_OUT = ['/abmelden', '/meine-daten/loeschen/bestaetigen'];
const PAGES = ROUTES.filter(({ id }) => !LEFT_OUT.includes(id) && !id.startsWith('/anmelden'));

beforeAll(async () => {
	site = await openFormTown();
	({ house } = site);
}, 300_000);

afterAll(() => site?.close());

const change: FormTown['change'] = (work) => site.change(work);

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
const secret = (name: string) => known.secrets.some((one) => one === name);
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
	const path = route.address(site.town);
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

const count = { forms: 0, refused: 0, back: 0 };

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

	it.each(PAGES)('of $id keeps the words of whoever has lost the role meanwhile', async (route) => {
		if (route.who !== 'everything') return;
		const { browser, path, forms, personId } = await formsOf(route);
		const roles = house.reader.selectFrom('roles').selectAll().where('personId', '=', personId);
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
		const phases = await house.reader.selectFrom('phases').select(['id', 'endsAt', 'beginsAt']).execute();
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

	it('was tried with all of them', () => {
		expect(count.forms).toBeGreaterThan(60);
		expect(count.back).toBeGreaterThan(50);
		expect(count.refused).toBeGreaterThan(180);
	});
});

describe('a form whose page has no form any more', () => {
	it('says in words also what was chosen', async () => {
		const browser = site.browser();
		await browser.signIn('neighbour');
		const html = (await browser.ask('/beitraege/1')).body.toString();
		const form = htmlForms(html).find(({ action }) => action.startsWith('?/comment'));
		const sent = [...filled(form ?? { action: '', fields: [] })].filter(([name]) => name !== 'stance');
		const typed = new URLSearchParams([...sent, ['stance', 'question']]);
		for (const path of ['/beitraege/999999?/comment', '/punkte/999999?/comment']) {
			const { status, body } = await browser.ask(path, typed);
			expect(status).toBe(404);
			expect(body.toString()).toContain(`${known.chosen.stance}: ${t.comments.stances.question}`);
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
		const { status, body } = await browser.ask('/beitragen?/send', typed('Die Miete ist zu hoch.'), foreign);
		expect(status).toBe(403);
		const html = body.toString();
		for (const said of [unsent.foreign, 'Die Miete ist zu hoch.', t.proposals.kinds.proposal, 'wohnen'])
			expect(html).toContain(said);
	});

	it('too large (413) says that it was not kept, and where it still is', async () => {
		const browser = site.browser();
		await browser.signIn('neighbour');
		const many = new URLSearchParams(Array.from({ length: 1_500 }, (_, index) => [`body-${index}`, 'x']));
		const fields = await browser.ask('/beitragen?/send', many);
		expect(fields.status).toBe(413);
		expect(fields.body.toString()).toMatch(/nicht gespeichert[\s\S]*zurück: Dort steht er noch/);
	});
});

function valuesOf(sent: readonly [string, string][]): Record<string, string | string[]> {
	const values: Record<string, string[]> = {};
	for (const [name, value] of sent) (values[name] ??= []).push(value);
	return values;
}
