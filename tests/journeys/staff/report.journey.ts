import { expect } from '@playwright/test';
import { t } from '#lib/texts/texts.ts';
import { test } from '../support/journey.ts';

const { barrier, desk, form, filed, lookUp } = t.tickets;

test('a barrier report runs into its due date', async ({ page, as, testApp, fine }) => {
	await test.step('the team sees that it is late, and first says that it takes longer', async () => {
		await as('admin');
		await page.goto('/werkstatt/meldungen');
		await expect(page.getByText(desk.overdue).first()).toBeVisible();
		await fine();
		await page.getByRole('link', { name: /Meldung 1/ }).click();
		await expect(page.getByText('0211 123')).toBeVisible();
		await page.getByText(desk.interimTitle).first().click();
		await page.getByRole('button', { name: desk.interimSend }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.ticketDelayed);
		await expect(page.getByText(desk.overdueText)).toHaveCount(0);
		await fine();
	});

	await test.step('the answer names the ombuds procedure', async () => {
		await expect(page.getByLabel(desk.text).last()).toHaveValue(/Ombudsverfahren/);
		await page.getByRole('button', { name: desk.answerSend }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.ticketAnswered);
	});

	await test.step('and is read with the code, by anybody who has it', async () => {
		await as(null);
		await page.goto('/meldung');
		await fine();
		await page.getByLabel(lookUp.code).fill(testApp.facts.reportCode);
		await page.getByRole('button', { name: lookUp.send }).click();
		await expect(page.getByText('Ombudsverfahren')).toBeVisible();
		await expect(page.getByRole('heading', { name: lookUp.interim })).toBeVisible();
		await fine();
	});
});

test('anybody reports a barrier without signing in', async ({ page, fine }) => {
	await page.goto('/beitraege');
	await page.getByRole('link', { name: barrier.title }).click();
	await expect(page.getByLabel(form.page)).toHaveValue('/beitraege');
	await page.getByLabel(barrier.body).fill('Die Schrift ist zu klein.');
	await page.getByRole('radio', { name: form.ways.telephone }).check();
	await page.getByRole('button', { name: form.send }).click();
	await expect(page.getByRole('alert')).toContainText(t.forms.contactMissing);
	await fine();
	await page.getByLabel(form.contact).fill('0211 987');
	await page.waitForTimeout(3_000);
	await page.getByRole('button', { name: form.send }).click();
	await expect(page.getByText(filed.title)).toBeVisible();
	await expect(page.locator('.one-code')).toHaveText(/^\w{4}-\w{4}-\w{4}-\w{4}$/);
	await fine();
});
