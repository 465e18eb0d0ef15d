import { expect } from '@playwright/test';
import { fill, t } from '#lib/texts/texts.ts';
import { test } from '../support/journey.ts';

test('a social-sector actor comments on a point of a draft for the organisation', async ({ page, as, fine }) => {
	const said = 'Wir schlagen vor: »in jedem Stadtteil und in jeder Gemeinde«.';
	await as('organisation');
	await page.goto('/strategie');
	await fine();
	await page.goto('/fassungen/1');
	await fine();
	await page.getByRole('link', { name: fill(t.strategy.document.discuss, { number: 2 }) }).click();
	await page.getByRole('radio', { name: t.comments.stances.note }).check();
	await page.getByLabel(t.comments.form.body).fill(said);
	await page.getByRole('button', { name: t.comments.form.see }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.proposals.form.checkTitle);
	await fine();
	await page.getByRole('button', { name: t.comments.form.send }).click();
	await expect(page.getByRole('status')).toHaveText(t.done.commentSent);
	await fine();

	await as(null);
	await page.goto('/punkte/2');
	await expect(page.getByText(said)).toHaveCount(0);

	await as('moderator');
	await page.goto('/werkstatt/eingang');
	await fine();
	await page.getByRole('article').filter({ hasText: 'Tafel Musterstadt' }).getByRole('link').first().click();
	await expect(page).toHaveURL(/\/werkstatt\/eingang\/\w+\/[0-9a-f-]{36}/);
	await expect(page.getByText(said).last()).toBeVisible();
	await fine();
	await page.getByRole('button', { name: t.moderation.desk.publish, exact: true }).click();
	await expect(page.locator('main').getByRole('status')).toContainText('veröffentlicht');

	await as(null);
	await page.goto('/punkte/2');
	const comment = page.getByRole('article').filter({ hasText: said });
	await expect(comment).toContainText('Tafel Musterstadt e. V.');
	await expect(comment).toContainText(t.comments.organisation);
	await fine();
});
