import { expect, type APIRequestContext, type APIResponse } from '@playwright/test';
import { readForms, type PageForm } from '../support/forms.ts';
import { asking, sweep } from '../support/journey.ts';
import { ROUTES, type Route } from '../support/routes.ts';
import type { Town } from '../support/server.ts';

const LONG = 'Zu lang! '.repeat(2_500);
const ENOUGH = 'Text, der lang genug ist.';
const UUID = /^[0-9a-f-]{36}$/;
const STRANGER = '0190a000-0000-7000-8000-000000000000';

type Wrong = (form: PageForm) => Record<string, string>;

/** What a person can type or leave out: the answer is kind. */
const TYPED: Readonly<Record<string, Wrong>> = {
	empty: (form) => all(form, (field) => (field.hidden ? field.value : '')),
	'too long': (form) => all(form, (field) => (field.hidden ? field.value : LONG)),
	'of another kind': (form) => all(form, (field) => (field.hidden ? field.value : '\u202eNaN 99999999999999999999'))
};

/** What no page of ours would send: the answer is no fault of ours. */
const FORGED: Readonly<Record<string, Wrong>> = {
	'without its fields': () => ({}),
	'with hidden fields emptied': (form) => all(form, (field) => (field.hidden ? '' : field.value || ENOUGH)),
	'with hidden fields garbled': (form) =>
		all(form, (field) => (field.hidden ? '<b>\u202e-1</b>' : field.value || ENOUGH)),
	'with foreign ids': (form) => all(form, (field) => (UUID.test(field.value) ? STRANGER : field.value || ENOUGH))
};

/** Taken (303), input (422), refusal (403), not there (404), changed meanwhile (409), over (410), too much (413). Never a fault of ours. */
const ANSWERS = [303, 403, 404, 409, 410, 413, 422];

/** Codes and links are shown in the answer itself and never again. */
const SHOWN_ONCE = ['?/issue', '?/replace', '?/link', '?/invite'];
/** A preview is an answer: no page to send people on to. */
const isPreview = (action: string) => action.startsWith('?/preview');

/** Sending them would end the visit. */
const LEFT_OUT = ['/abmelden', '/meine-daten/loeschen/bestaetigen'];

for (const { id, who, address } of ROUTES.filter((route) => !LEFT_OUT.includes(route.id))) {
	sweep(`the forms of ${id} take bad input kindly, and are closed to others`, async ({ roughTown, freshTown }) => {
		// What forms of other pages dissolved or ended is there again in a town that nobody was rough with.
		const town = (await isThere(roughTown, who, address)) ? roughTown : await freshTown();
		const [reader, stranger] = await Promise.all([asking(town, who), asking(town, null)]);
		const url = town.origin + address(town);
		const shown = await reader.get(url);
		expect(shown.status(), `status of ${url}`).toBe(200);
		for (const form of readForms(await shown.text())) {
			const target = new URL(form.action, url).href;
			for (const [how, wrong] of Object.entries({ ...TYPED, ...FORGED })) {
				const sent = wrong(form);
				const response = await post(reader, target, sent);
				const allowed = SHOWN_ONCE.includes(form.action) || isPreview(form.action) ? [...ANSWERS, 200] : ANSWERS;
				expect(allowed, `${form.action} ${how}: ${response.status()}`).toContain(response.status());
				// A file opens beside the page, which keeps what was typed.
				if (response.status() !== 422 || !(how in TYPED) || form.action.endsWith('.pdf')) continue;
				await expectKind(await response.text(), `${form.action} ${how}`, sent, form);
			}
			if (who) await expectClosed(stranger, target, form);
		}
		await Promise.all([reader.dispose(), stranger.dispose()]);
	});
}

async function isThere(town: Town, who: Route['who'], address: Route['address']): Promise<boolean> {
	const reader = await asking(town, who);
	const shown = await reader.get(town.origin + address(town));
	await reader.dispose();
	return shown.status() === 200;
}

/** Whoever is not signed in is refused, does not find it, or is sent to a page that says so. */
async function expectClosed(stranger: APIRequestContext, target: string, form: PageForm): Promise<void> {
	let response = await post(
		stranger,
		target,
		all(form, (field) => field.value || ENOUGH)
	);
	for (let hops = 0; hops < 3 && response.status() === 303; hops++) {
		const next = new URL(response.headers().location ?? '', target);
		if (next.pathname.startsWith('/anmelden')) return;
		response = await stranger.get(next.href, { maxRedirects: 0 });
	}
	expect([401, 403, 404, 422], `${target} for strangers: ${response.status()}`).toContain(response.status());
}

function all(form: PageForm, value: (field: PageForm['fields'][number]) => string): Record<string, string> {
	return Object.fromEntries(form.fields.map((field) => [field.name, value(field)]));
}

function post(from: APIRequestContext, url: string, form: Record<string, string>): Promise<APIResponse> {
	return from.post(url, { form, headers: { accept: 'text/html' }, maxRedirects: 0 });
}

/** What is wrong stands above the form and beside the field, and nothing typed is lost. */
async function expectKind(html: string, what: string, sent: Record<string, string>, form: PageForm): Promise<void> {
	expect(html, `${what}: error summary`).toContain('role="alert"');
	expect(html, `${what}: title`).toMatch(/<title>[^<]*prüfen/);
	for (const field of form.fields.filter((one) => one.typed)) {
		// Signs that turn the direction of writing are taken out on the way in, on purpose.
		const typed = (sent[field.name] ?? '')
			.replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
			.trim()
			.slice(0, 20);
		if (typed) expect(html, `${what}: what was typed into ${field.name}`).toContain(typed);
	}
}
