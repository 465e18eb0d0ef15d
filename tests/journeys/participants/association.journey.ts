import { expect, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { count, fill, t } from '#lib/texts/texts.ts';
import { allowAll, chooseTopic, giveTitle, goOn, send } from '../support/contribute.ts';
import { fine as isFine } from '../support/fine.ts';
import { test } from '../support/journey.ts';

const NAME = 'Mieterverband Musterstadt';
/** Nobody has thought of a heading yet: the first words stand for it. */
const BEGUN = 'Mieten sollen langsamer steigen';
const cards = t.workshop.cards;
const words = t.proposals.form;

/** Somebody of the association comes in on a phone of their own. */
async function seat(browser: Browser, options: BrowserContextOptions, code: string): Promise<Page> {
	const page = await (await browser.newContext(options)).newPage();
	await page.goto('/anmelden');
	await page.getByLabel(t.account.signIn.code).fill(code);
	await page.getByRole('button', { name: t.account.signIn.send }).click();
	await expect(page.getByRole('status').filter({ hasText: t.done.signedIn })).toBeVisible();
	return page;
}

async function openDraft(page: Page, title: string): Promise<void> {
	await page.goto('/meine');
	await page.getByRole('link', { name: title }).click();
}

test('an association with three seats writes one statement, votes once, and everybody reads it by name', async ({
	page,
	browser,
	contextOptions,
	javaScriptEnabled,
	testApp,
	as,
	fine
}) => {
	test.slow();
	const options = { ...contextOptions, baseURL: testApp.origin };
	let codes: string[] = [];
	const phones: Page[] = [];

	await test.step('the administration gives it three cards', async () => {
		await as('admin');
		await page.goto('/werkstatt/karten');
		await page.getByLabel(cards.form.label).fill('Mieterverband');
		await page.getByLabel(cards.form.organisation).fill(NAME);
		await page.getByLabel(cards.form.size).fill('3');
		await page.getByRole('button', { name: cards.form.send }).click();
		codes = await page.locator('.code-card code').allTextContents();
		expect(codes).toHaveLength(3);
		for (const code of codes) phones.push(await seat(browser, options, code));
	});
	const [one, two, three] = phones;
	if (!one || !two || !three) throw new Error('three phones');

	await test.step('one begins a statement, a colleague goes on, and nobody writes over the other', async () => {
		await one.goto('/beitragen');
		await one.getByRole('radio', { name: t.proposals.kinds.proposal }).check();
		await one.getByLabel(words.body).fill(`${BEGUN}.`);
		await one.getByRole('button', { name: words.saveDraft }).click();
		await expect(one.getByRole('status')).toContainText(t.done.draftSaved);

		await openDraft(two, BEGUN);
		await openDraft(three, BEGUN);
		await two.getByLabel(words.body).fill('Mieten sollen höchstens um drei Prozent im Jahr steigen.');
		await two.getByRole('button', { name: words.saveDraft }).click();
		await expect(two.getByRole('status')).toContainText(t.done.draftSaved);

		await three.getByLabel(words.body).fill('Mieten sollen gar nicht steigen.');
		await three.getByRole('button', { name: words.saveDraft }).click();
		await expect(three.getByRole('heading', { name: t.conflict.compare })).toBeVisible();
		await expect(three.locator('[data-theirs]')).toHaveText('Mieten sollen höchstens um drei Prozent im Jahr steigen.');
		await expect(three.locator('[data-mine]')).toHaveText('Mieten sollen gar nicht steigen.');
		await isFine(three, javaScriptEnabled === false ? [] : ['light']);
		await three.getByRole('link', { name: t.conflict.takeTheirs }).click();
		await expect(three.getByLabel(words.body)).toHaveValue('Mieten sollen höchstens um drei Prozent im Jahr steigen.');
	});

	await test.step('the third one sends it', async () => {
		await goOn(three);
		await chooseTopic(three, 'Wohnen');
		await allowAll(three);
		await giveTitle(three, 'Mieten begrenzen');
		await send(three);
		await expect(three.getByRole('heading', { level: 1 })).toHaveText('Mieten begrenzen');
		await one.goto('/meine');
		await expect(one.getByText('Mieten begrenzen')).toHaveCount(1);
	});

	await test.step('they have one vote: one says it, another seat changes it', async () => {
		await one.goto('/punkte/1');
		await one.getByRole('button', { name: t.votes.choices.agree, exact: true }).click();
		await expect(one.getByText(fill(t.votes.organisation.mine, { choice: t.votes.choices.agree }))).toBeVisible();
		await two.goto('/punkte/1');
		await expect(two.getByText(fill(t.votes.organisation.mine, { choice: t.votes.choices.agree }))).toBeVisible();
		await two.getByRole('button', { name: t.votes.choices.disagree, exact: true }).click();
		await expect(two.getByText(fill(t.votes.organisation.mine, { choice: t.votes.choices.disagree }))).toBeVisible();
		await isFine(two, javaScriptEnabled === false ? [] : ['light']);
	});

	await test.step('everybody reads its position beside the point and on its own page', async () => {
		await as(null);
		await page.goto('/punkte/1');
		const said = page.locator('dl.positions');
		await expect(said).toContainText(NAME);
		await expect(said).toContainText(
			fill(t.votes.organisation.said.disagree, { organisations: count(t.votes.organisation.organisations, 1) })
		);
		await said.getByRole('link', { name: NAME }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(NAME);
		await expect(page.getByRole('row').filter({ hasText: t.data.choices.disagree })).toHaveCount(1);
		await fine();
		await page.goto('/suche?q=Mieterverband');
		await page.getByRole('main').getByRole('link', { name: NAME }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(NAME);
	});

	await test.step('one leaves the association: that seat is ended, the others go on', async () => {
		const { seatsTitle, endNow, endLast } = t.organisations.workshop;
		await as('admin');
		await page.goto('/werkstatt/organisationen');
		await page.getByRole('link', { name: NAME }).click();
		const seats = page.getByRole('region', { name: seatsTitle }).getByRole('listitem');
		await expect(seats).toHaveCount(3);
		await expect(page.getByText(endLast)).toHaveCount(0);
		await seats.first().locator('summary').click();
		await seats.first().getByRole('button', { name: endNow }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.seatEnded);
		await expect(seats).toHaveCount(2);
		await fine();
		await one.goto('/meine');
		await expect(one.getByLabel(t.account.signIn.code)).toBeVisible();
		await two.goto('/punkte/1');
		await expect(two.getByText(fill(t.votes.organisation.mine, { choice: t.votes.choices.disagree }))).toBeVisible();
	});
});
