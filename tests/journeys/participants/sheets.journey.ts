import { expect, type BrowserContext, type Page } from '@playwright/test';
import { fill, t } from '#lib/texts/texts.ts';
import { enter, test } from '../support/journey.ts';
import type { Town } from '../support/server.ts';

const words = t.recording;

/** The session is over; everything else the browser knows is still there. */
async function endSession(context: BrowserContext): Promise<void> {
	const cookies = await context.cookies();
	await context.clearCookies({ name: cookies.find(({ name }) => name.includes('sitzung'))?.name ?? '' });
}

async function sendAndComeBack(page: Page, context: BrowserContext, testApp: Town): Promise<void> {
	await endSession(context);
	await page.getByRole('button', { name: words.form.sendPile }).click();
	await expect(page.getByText(t.site.lost.title)).toBeVisible();
	await enter(context, testApp, 'helper');
	await page.goto('/werkstatt/erfassen/viele');
	await expect(page.getByText(t.unsent.again.title)).toBeVisible();
}

test('eight sheets, the session over twice: all are saved, and each person gets a code', async ({
	page,
	context,
	testApp,
	as,
	fine
}) => {
	await as('helper');
	await page.goto('/werkstatt/erfassen/viele');
	await page.getByLabel(words.form.channel).selectOption('paper');
	await page.getByLabel(words.form.place, { exact: true }).fill('Tagestreff');
	await page.getByLabel(words.form.group).selectOption('affected');
	for (let sheet = 1; sheet <= 8; sheet++) {
		await page.locator(`#f-kind-${sheet}`).selectOption('experience');
		// Nobody has thought of a heading or a topic.
		await page.locator(`#f-body-${sheet}`).fill(`Ich warte seit ${sheet} Jahren auf eine Wohnung. Niemand ruft an.`);
		if (sheet !== 3) await page.locator(`#f-consent-${sheet}`).check();
	}

	await test.step('the session is over before anything is saved', async () => {
		await sendAndComeBack(page, context, testApp);
		await expect(page.locator('#f-body-8')).toHaveValue(/seit 8 Jahren/);
		await expect(page.locator('#f-consent-3')).not.toBeChecked();
		await fine();
	});

	await test.step('seven are saved, what is wrong with the third stands beside it', async () => {
		await page.getByRole('button', { name: words.form.sendPile }).click();
		await expect(page.getByText(/^Bogen \d als Beitrag/)).toHaveCount(7);
		const third = page.getByRole('region', { name: fill(words.form.row, { number: 3 }) });
		await expect(third).toContainText(t.forms.consentMissing);
		await expect(page.locator('.card-slips code')).toHaveCount(7);
		await fine();
	});

	await test.step('the session is over once more', async () => {
		await page.locator('#f-consent-3').check();
		await sendAndComeBack(page, context, testApp);
		await expect(page.locator('#f-body-3')).toHaveValue(/seit 3 Jahren/);
		await page.getByRole('button', { name: words.form.sendPile }).click();
		await expect(page.getByText(/^Bogen \d als Beitrag/)).toHaveCount(1);
		await expect(page.locator('.card-slips code')).toHaveCount(1);
	});

	await test.step('eight stand in the list, newest on top, and in the count of the day', async () => {
		await page.goto('/werkstatt/erfassen/liste');
		await expect(page.getByText(/Ich warte seit \d Jahren/)).toHaveCount(8);
		const list = page.getByRole('table').first();
		await expect(list.getByRole('row').nth(1)).toContainText('seit 3 Jahren');
		const today = page
			.locator('section', { has: page.locator('#tage') })
			.locator('tbody tr')
			.first();
		await expect(today).toContainText('8');
		await fine();
	});
});

test('a comment is about what the helper has chosen and read', async ({ page, as, fine }) => {
	await as('helper');
	await page.goto('/werkstatt/erfassen/kommentar');
	await fine();
	await page.getByRole('textbox', { name: words.subject.search }).fill('Miete');
	await page.getByRole('button', { name: words.subject.searchNow }).click();
	await expect(page.getByRole('region', { name: words.subject.found }).getByRole('link').first()).toBeVisible();
	await fine();
	await page.getByRole('link', { name: /^Punkt 1: / }).click();
	await expect(page.getByRole('region', { name: words.subject.chosen })).toContainText('Wohnen muss bezahlbar sein');
	await page.getByLabel(words.form.channel).selectOption('conversation');
	await page.getByLabel(words.form.place, { exact: true }).fill('Tagestreff');
	await page.getByLabel(words.form.group).selectOption('affected');
	await page.getByLabel(words.form.stance).selectOption('pro');
	await page.getByLabel(words.form.body, { exact: true }).fill('Das sage ich auch.');
	await page.getByRole('checkbox', { name: words.consentText }).check();
	await page.getByRole('button', { name: words.form.send }).click();
	await expect(page.getByText(words.savedComment)).toBeVisible();
	await expect(page.locator('.one-code')).toHaveCount(1);
	await fine();
});
