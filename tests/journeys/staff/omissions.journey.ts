import { expect } from '@playwright/test';
import { t } from '#lib/texts/texts.ts';
import { test } from '../support/journey.ts';

test('an editor sees what the draft leaves out, and everybody reads it with the version', async ({
	page,
	as,
	fine
}) => {
	const words = t.omissions;
	await test.step('contributions behind no point stand on the desk', async () => {
		await as('editor');
		await page.goto('/werkstatt/entwurf');
		await page.getByRole('button', { name: t.strategy.desk.start }).click();
		await page.getByRole('link', { name: words.desk.link }).click();
		await expect(page.getByRole('heading', { name: words.title })).toBeVisible();
		await expect(page.getByRole('heading', { name: words.unused.title })).toBeVisible();
		await fine();
	});

	await test.step('of version 1 anybody reads it', async () => {
		await as(null);
		await page.goto('/fassungen/1');
		await page.getByRole('link', { name: words.link }).click();
		await expect(page.getByText(words.dissents.none)).toBeVisible();
		await expect(page.getByText(words.unused.answers)).toBeVisible();
		await fine();
		await page.getByRole('link', { name: words.unused.all }).click();
		await expect(page).toHaveURL(/synopse/);
	});
});
