import { expect } from '@playwright/test';
import { t } from '#lib/texts/texts.ts';
import { test } from '../support/journey.ts';

test('anyone reads the list of contributions and finds one by search', async ({ page, fine }) => {
	await page.goto('/beitraege');
	await expect(page.getByRole('article')).toHaveCount(5);
	await fine();

	await page.getByLabel(t.proposals.filter.search).fill('armut');
	await page.getByRole('search').getByRole('button', { name: t.proposals.filter.apply }).click();
	await expect(page.getByRole('article')).toHaveCount(1);
	await fine();

	await page.getByRole('link', { name: 'Briefe vom Amt, die man versteht' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Briefe vom Amt, die man versteht');
	await fine();
});

test('anyone asks for a contribution that waits for moderation and does not find it', async ({ page, fine }) => {
	const response = await page.goto('/beitraege/6');
	expect(response?.status()).toBe(404);
	await fine();
});
