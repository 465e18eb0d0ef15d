import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EDITS, type Edit } from './support/forms/edits.ts';
import { NO_EDITS } from './support/forms/noEdits.ts';
import { openFormTown, type Browser, type FormTown } from './support/forms/formTown.ts';
import { htmlForms, standing, type HtmlForm } from './support/forms/html-forms.ts';
import { PRIVILEGES } from './support/forms/privileges.ts';

/**
 * Nobody's later text is overwritten by an older one: every form that changes a text is opened by two, sent by both, and
 * the second is asked first, with both texts on the page and nothing lost.
 */
let site: FormTown;
beforeAll(async () => {
	site = await openFormTown();
}, 300_000);
afterAll(() => site?.close());

/** Somebody who has the form open. */
interface Opened {
	browser: Browser;
	at: string;
	form: HtmlForm;
}

const actionOf = (name: string) => name.slice(name.indexOf('?'));

function formIn(html: string, name: string, { among = {} }: Edit): HtmlForm {
	const action = actionOf(name) === '?/default' ? '' : actionOf(name);
	const found = htmlForms(html).filter((form) => form.action.replace(/&.*/, '') === action);
	const meant = found.find((form) =>
		Object.entries(among).every(([field, value]) =>
			form.fields.some((one) => one.name === field && one.value === value)
		)
	);
	if (!meant) throw new Error(`there is no form ${name} on its page`);
	return meant;
}

async function open(name: string, edit: Edit): Promise<Opened> {
	const browser = site.browser();
	await browser.signIn(edit.who ?? 'everything');
	const path = edit.path(site.testApp);
	const { status, body } = await browser.ask(path);
	expect(status, `${path} is there`).toBe(200);
	const form = formIn(body.toString(), name, edit);
	const [page, query] = path.split('?');
	const rest = query === undefined ? '' : `&${query}`;
	return { browser, at: form.action ? `${page}${form.action.replace(/&.*/, '')}${rest}` : path, form };
}

/** As the page has it, with what is typed instead. */
function filled({ fields }: HtmlForm, typed: Record<string, string>): URLSearchParams {
	const kept = fields
		.filter(({ name, value, kind }) => value !== null && !(name in typed) && kind !== 'secret')
		.map(({ name, value }) => [name, value ?? '']);
	const boxes = fields.filter(({ kind, name }) => kind === 'box' && name === 'proposals').slice(0, 2);
	return new URLSearchParams([...kept, ...boxes.map(({ name, option }) => [name, option]), ...Object.entries(typed)]);
}

const send = ({ browser, at, form }: Opened, typed: Record<string, string>) => browser.ask(at, filled(form, typed));
const said = (html: string) =>
	(/role="alert"[\s\S]{0,2000}/.exec(html)?.[0] ?? '')
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ')
		.slice(0, 200);

describe('a form that changes a text', () => {
	it('is every action of every page, unless it is said why it is none', () => {
		const all = Object.entries(PRIVILEGES).flatMap(([route, names]) =>
			Object.keys(names).map((name) => `${route}?/${name}`)
		);
		expect([...Object.keys(EDITS), ...Object.keys(NO_EDITS)].sort()).toEqual(all.sort());
	});

	it('is shown beforehand wherever there is a preview beside it', () => {
		const shown = Object.entries(EDITS).flatMap(([name, { preview }]) =>
			preview ? [name.replace(actionOf(name), preview)] : []
		);
		// They make something new, take a whole file, or lead to the page on which a change is confirmed.
		const others = [
			...['/punkte/[number]?/previewComment', '/beitraege/[number]?/previewComment'],
			...['/aenderungen/[number]?/previewComment', '/punkte/[number]/aendern?/preview'],
			...['/werkstatt/phasen/neu?/preview', '/werkstatt/phasen/[phase]?/previewDates'],
			...['/werkstatt/verfahren?/previewField', '/werkstatt/verfahren?/previewQuestion'],
			...[
				'/werkstatt/profil/bilder?/preview',
				'/werkstatt/profil/datei?/preview',
				'/werkstatt/profil/datei?/previewFile'
			]
		];
		const all = Object.keys(NO_EDITS).filter((name) => name.includes('?/preview'));
		expect([...shown, ...others].sort()).toEqual(all.sort());
	});

	it('is shown beforehand on every page of the profile, the process and the statements, as the handbook says', () => {
		const meant =
			/^\/werkstatt\/(profil\/|verfahren$|verfahren\/(?!neu|verlauf)|phasen\/neu|phasen\/\[phase\]$|angaben$)/;
		const takesAway = /^(restore|remove|end|move.*|preview.*)$/;
		for (const [route, actions] of Object.entries(PRIVILEGES).filter(([route]) => meant.test(route))) {
			const names = Object.keys(actions);
			const previews = names.filter((name) => name.startsWith('preview'));
			expect(previews.length, route).toBe(names.filter((name) => !takesAway.test(name)).length);
		}
	});

	// One after the other: what is made ready for one may be in the way of the next.
	describe.each(Object.entries(EDITS))('%s', (name, edit) => {
		it('is not taken over what somebody else has written meanwhile, and shows both', async () => {
			await edit.before?.(site);
			const [mine, theirs] = [await open(name, edit), await open(name, edit)];
			const first = await send(theirs, edit.typed('Anna'));
			expect(first.status, said(first.body.toString())).toBe(303);

			const stale = await send(mine, edit.typed('Berta'));
			const html = stale.body.toString();
			expect(stale.status, said(html)).toBe(409);
			expect(html).toContain('data-conflict');
			const there = standing(html);
			for (const [field, value] of Object.entries(edit.typed('Berta'))) expect(there).toContain(`${field}=${value}`);
			const [was, is] = [edit.typed('Anna'), edit.typed('Berta')];
			const texts = Object.keys(was).filter((field) => /\p{L}{4}/u.test(was[field] ?? '') && was[field] !== is[field]);
			for (const field of texts) expect(html).toContain(was[field]);

			// Having seen both, one decides: the form of that page is taken.
			const chosen = { ...mine, form: formIn(html, name, edit) };
			const taken = await send(chosen, edit.typed('Berta'));
			expect(taken.status, said(taken.body.toString())).toBe(303);
			expect((await send(await open(name, edit), edit.typed('Berta'))).status).toBe(303);
		}, 60_000);

		const { preview } = edit;
		if (preview !== undefined)
			it('shows beforehand what it would change, saves none of it, and keeps what was typed', async () => {
				const [mine, theirs] = [await open(name, edit), await open(name, edit)];
				const looking = (one: Opened) => ({ ...one, at: one.at.replace(actionOf(name), preview) });
				const looked = await send(looking(mine), edit.typed('Emil'));
				const html = looked.body.toString();
				expect(looked.status, said(html)).toBe(200);
				expect(html).toContain('id="vorschau"');
				const [there, kept] = [
					standing((await theirs.browser.ask(edit.path(site.testApp))).body.toString()),
					standing(html)
				];
				for (const [field, value] of Object.entries(edit.typed('Emil'))) {
					expect(kept).toContain(`${field}=${value}`);
					expect(there).not.toContain(`${field}=${value}`);
				}

				// Who looks is told what a colleague has written meanwhile, and so is who saves what was looked at before.
				expect((await send(theirs, edit.typed('Frieda'))).status).toBe(303);
				expect((await send(looking(mine), edit.typed('Emil'))).status).toBe(409);
				const seen = { ...mine, form: formIn(html, name, edit) };
				expect((await send(seen, edit.typed('Emil'))).status).toBe(409);
			}, 60_000);

		it('does not forget what it was filled from when it comes back for another reason', async () => {
			const [mine, theirs] = [await open(name, edit), await open(name, edit)];
			expect((await send(theirs, edit.typed('Clara G'))).status).toBe(303);
			const wrong = await send(mine, { ...edit.typed('Dora Geh'), ...edit.wrong });
			const html = wrong.body.toString();
			expect(wrong.status, said(html)).toBe(422);
			const again = { ...mine, form: formIn(html, name, edit) };
			expect((await send(again, edit.typed('Dora Geh'))).status).toBe(409);
		}, 60_000);
	});
});
