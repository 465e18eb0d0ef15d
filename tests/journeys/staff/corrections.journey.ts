import { expect, type Page } from '@playwright/test';
import { fill, t } from '#lib/texts/texts.ts';
import { MARK } from '#lib/moderation/redaction.ts';
import { test } from '../support/journey.ts';

const words = t.corrections;
const desk = words.workshop;

const TITLE = 'Wohnen muss bezahlbar sein';

/** From the published thing itself to the form. */
async function begin(page: Page, address: string, what: string): Promise<void> {
	await page.goto(address);
	await page.getByRole('link', { name: desk.start }).click();
	await page.getByRole('link', { name: what, exact: true }).click();
}

async function approve(page: Page, { tick = false } = {}): Promise<void> {
	await page.goto('/werkstatt/berichtigungen');
	await page.getByRole('list').first().waitFor();
	await page.locator('section[aria-labelledby="arbeit"]').getByRole('link').first().click();
	if (tick) await page.getByRole('checkbox', { name: desk.same }).check();
	await page.getByRole('button', { name: t.approvals.approve, exact: true }).click();
	await expect(page.getByRole('status')).toHaveText(t.done.approvalGiven);
}

async function publish(page: Page): Promise<void> {
	await page.goto('/werkstatt/berichtigungen');
	await page.locator('section[aria-labelledby="arbeit"]').getByRole('link').first().click();
	await page.getByRole('button', { name: desk.publish, exact: true }).click();
	await expect(page.getByRole('status')).toHaveText(t.done.addendumPublished);
}

const results = (page: Page) => page.locator('section[aria-labelledby="abstimmen"], #abstimmen').first().innerText();

test('a slip in a published point is corrected: votes stay, the first text stays, everything verifies', async ({
	page,
	as,
	testApp,
	fine
}) => {
	const verifies = () =>
		expect(testApp.type('verify', [])).toEqual({ code: 0, said: expect.stringContaining('unchanged') });
	verifies();
	await page.goto('/punkte/1');
	const votes = await results(page);

	await test.step('a publisher corrects a slip in a published point', async () => {
		await as('publisher');
		await begin(page, '/fassungen/1', desk.correctHeading);
		await page.getByRole('combobox', { name: desk.correctPlace }).selectOption('point.1.title');
		await page.getByRole('button', { name: desk.correctChoose }).click();
		await fine();
		await page.getByLabel(desk.correctNew).fill('Alles muss von heute an ganz anders werden');
		await page.getByLabel(desk.reason).fill('Ein Zeichen fehlt.');
		await page.getByRole('button', { name: desk.propose }).click();
		await expect(page.getByRole('alert')).toContainText(t.reasons.slipUnticked);
		await page.getByRole('checkbox', { name: desk.same }).check();
		await page.getByRole('button', { name: desk.propose }).click();
		await expect(page.getByRole('alert')).toContainText('mehr als ein Schreibfehler');
		await expect(page.getByLabel(desk.reason)).toHaveValue('Ein Zeichen fehlt.');
		await page.getByLabel(desk.correctNew).fill(`${TITLE}!`);
		await page.getByRole('button', { name: desk.propose }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.addendumProposed);
		await fine();
		await expect(page.getByRole('button', { name: desk.publish, exact: true })).toHaveCount(0);
	});

	await test.step('a second one approves, and it goes out', async () => {
		await as('secondPublisher');
		await approve(page, { tick: true });
		await fine();
		await as('publisher');
		await publish(page);
		await fine();
	});

	await test.step('the point is corrected, the first text readable, and the votes are all there', async () => {
		await as(null);
		await page.goto('/punkte/1');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${TITLE}!`);
		await page.getByText(words.firstText).first().click();
		await expect(page.locator('.first-text').first()).toHaveText(TITLE);
		expect(await results(page)).toBe(votes);
		await fine();
		await page.goto('/fassungen/1');
		await expect(page.getByText(words.digestNowLead)).toBeVisible();
		await fine();
		verifies();
	});
});

test('a name is blacked out of a published call, and everything else verifies', async ({ page, as, testApp, fine }) => {
	const verifies = () =>
		expect(testApp.type('verify', [])).toEqual({ code: 0, said: expect.stringContaining('unchanged') });
	await test.step('a name is blacked out of a published call', async () => {
		await as('publisher');
		await begin(page, '/aufrufe/1', desk.removeHeading);
		await page.getByLabel(desk.passages).fill('Quartier');
		await page.getByLabel(desk.reason).fill('Zum Schutz einer Person.');
		await fine();
		await page.getByRole('button', { name: desk.propose }).click();
		await expect(page.getByText('Quartier', { exact: true })).toBeVisible();
		await fine();
		await as('secondPublisher');
		await approve(page);
		await as('publisher');
		await publish(page);
		await as(null);
		await page.goto('/aufrufe/1');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Zusammen im ${MARK}`);
		await fine();
		verifies();
	});
});

test('a wrong report is withdrawn, and stays readable', async ({ page, as, testApp, fine }) => {
	const verifies = () =>
		expect(testApp.type('verify', [])).toEqual({ code: 0, said: expect.stringContaining('unchanged') });
	await test.step('a wrong report is withdrawn', async () => {
		await as('publisher');
		await begin(page, '/berichte/1', desk.withdrawHeading);
		await page.getByLabel(desk.reason).fill('Die Zahlen waren falsch.');
		await page.getByRole('button', { name: desk.propose }).click();
		await as('secondPublisher');
		await approve(page);
		await as('publisher');
		await publish(page);
		await as(null);
		await page.goto('/berichte');
		await expect(page.getByRole('heading', { name: words.withdrawnHeading.report })).toBeVisible();
		await fine();
		await page.getByRole('link', { name: /Bericht 1/ }).click();
		await expect(page.getByText('Die Zahlen waren falsch.')).toBeVisible();
		await fine();
		await page.goto('/berichtigungen');
		await expect(page.getByRole('article')).toHaveCount(2);
		await fine();
		await page.goto('/chronik');
		await expect(
			page
				.getByText(fill(t.journal.sentences['withdrawal.published'], { number: 2, title: 'Bericht' }).slice(0, 10))
				.first()
		).toBeVisible();
		verifies();
	});
});
