import { expect, type Page } from '@playwright/test';
import { translationsOf } from '#lib/wording/translations.server.ts';
import { t } from '#lib/texts/texts.ts';
import { test } from '../support/journey.ts';

const said = (key: string): string => translationsOf('en').get(key) ?? '';
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

async function choose(page: Page, name: string): Promise<void> {
	await page.locator('.languages summary').click();
	await page.locator('.languages').getByRole('link', { name, exact: true }).click();
}

test('a member of staff chooses English and stays in it, past signing in, forms and mistakes', async ({
	page,
	testApp,
	fine
}) => {
	const { email, password } = testApp.cast.helper;

	await test.step('chooses it before signing in, and comes to where she wanted', async () => {
		await page.goto('/werkstatt/erfassen');
		await expect(heading(page)).toHaveText(t.account.staff.title);
		await choose(page, 'English');
		await expect(heading(page)).toHaveText(said('account.staff.title'));
		await fine();
		await page.getByLabel(said('account.staff.email')).fill(email);
		await page.getByLabel(said('account.staff.password')).fill('not the password');
		await page.getByRole('button', { name: said('account.staff.send') }).click();
		await expect(page.getByRole('alert')).toContainText(said('reasons.passwordWrong'));
		await page.getByLabel(said('account.staff.password')).fill(password);
		await page.getByRole('button', { name: said('account.staff.send') }).click();
		await expect(page).toHaveURL(/\/en\/werkstatt\/erfassen/);
		await expect(page.getByRole('status')).toHaveText(said('done.signedInTeam'));
		await expect(heading(page)).toHaveText(said('recording.title'));
		await fine();
	});

	await test.step('is told in English what is missing, with what she wrote', async () => {
		await page.getByLabel(said('recording.form.body'), { exact: true }).fill('Der Bus kommt nur zweimal am Tag.');
		await page.getByRole('button', { name: said('recording.form.send') }).click();
		await expect(page).toHaveURL(/\/en\/werkstatt\/erfassen/);
		await expect(page.getByRole('alert').first()).toBeVisible();
		await expect(page.getByLabel(said('recording.form.body'), { exact: true })).toHaveValue(/zweimal am Tag/);
		await fine();
	});

	await test.step('goes on to another desk, to pages for everybody, and back to German', async () => {
		await page.getByRole('link', { name: said('workshop.overview'), exact: true }).click();
		await expect(page).toHaveURL(/\/en\/werkstatt$/);
		await expect(heading(page)).toHaveText(said('workshop.title'));
		await choose(page, 'Deutsch');
		await expect(page).toHaveURL(/\/werkstatt$/);
		await expect(heading(page)).toHaveText(t.workshop.title);
	});

	await test.step('finds no workshop in a language it does not speak', async () => {
		await page.goto('/uk/werkstatt');
		await expect(page).toHaveURL(/[^k]\/werkstatt$/);
		await expect(page.locator('html')).toHaveAttribute('lang', 'de');
	});
});

test('an editor works in English, and what everybody reads stays German', async ({ page, as, fine }) => {
	await as('editor');
	await page.goto('/en/werkstatt/entwurf');
	await expect(heading(page)).toHaveText(said('strategy.desk.title'));
	await page.getByRole('button', { name: said('strategy.desk.start') }).click();
	await expect(page.getByRole('status')).toHaveText(said('done.draftBegun'));
	await expect(page).toHaveURL(/\/en\/werkstatt\/entwurf/);
	await fine();
	await expect(page.getByLabel(said('strategy.desk.form.title'))).toHaveValue(/, Fassung \d+$/);
	await page.goto('/en/werkstatt/verbleib');
	await expect(heading(page)).toHaveText(said('answers.work.title'));
	await fine();
});
