import { fine } from './support/fine.ts';
import { expect, test } from './support/journey.ts';

test('anyone reads the list of contributions and finds one by search', async ({ page }) => {
	await page.goto('/beitraege');
	await expect(page.getByRole('article')).toHaveCount(5);
	await fine(page);

	await page.getByLabel('Suche').fill('armut');
	await page
		.getByRole('search')
		.getByRole('button', { name: /anwenden|suchen|anzeigen|zeigen/i })
		.click();
	await expect(page.getByRole('article')).toHaveCount(1);
	await fine(page);

	await page.getByRole('link', { name: 'Briefe vom Amt, die man versteht' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Briefe vom Amt, die man versteht');
	await fine(page);
});

test('anyone asks for a contribution that waits for moderation and does not find it', async ({ page }) => {
	const response = await page.goto('/beitraege/6');
	expect(response?.status()).toBe(404);
	await fine(page);
});
