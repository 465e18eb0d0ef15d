import { expect } from '@playwright/test';
import { fill, t } from '#lib/texts/texts.ts';
import { test } from '../support/journey.ts';

test('two editors meet on one point', async ({ page, as, fine }) => {
	const words = t.strategy.hands;
	const body = page.getByLabel(t.strategy.write.body, { exact: true }).first();
	const save = page.getByRole('button', { name: t.strategy.write.save });
	await test.step('the first says that she is writing', async () => {
		await as('editor');
		await page.goto('/werkstatt/entwurf');
		await page.getByRole('button', { name: t.strategy.desk.start }).click();
		await page.goto('/werkstatt/entwurf/punkte/1');
		await page.getByRole('button', { name: words.take }).click();
		await expect(page.getByText(words.mine)).toBeVisible();
		await fine();
	});

	await test.step('the second is told, keeps her words, and takes over', async () => {
		await as('moderator');
		await page.goto('/werkstatt/entwurf/punkte/1');
		await body.fill('Worte der zweiten.');
		await save.click();
		await expect(page.getByRole('alert')).toContainText('schreibt gerade an diesem Punkt');
		await expect(body).toHaveValue('Worte der zweiten.');
		await fine();
		await page.getByRole('button', { name: words.takeOver }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.pointTaken);
		await body.fill('Worte der zweiten.');
		await save.click();
		await expect(page.getByRole('status')).toHaveText(t.done.draftChanged);
	});

	await test.step('the first loses nothing: her words and those of the other are both there', async () => {
		await as('editor');
		await page.goto('/werkstatt/entwurf');
		await expect(page.getByText(fill(words.badge, { name: 'Team moderator' }))).toBeVisible();
		await page.goto('/werkstatt/entwurf/punkte/1');
		await body.fill('Worte der ersten.');
		await save.click();
		await expect(page.getByRole('alert').first()).toContainText('Team moderator');
		await expect(body).toHaveValue('Worte der ersten.');
		await expect(page.getByText('Worte der zweiten.').first()).toBeVisible();
		await fine();
	});
});
