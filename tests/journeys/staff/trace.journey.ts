import { expect } from '@playwright/test';
import { fill, t } from '#lib/texts/texts.ts';
import { test } from '../support/journey.ts';

test('anyone walks from the call over criterion and point to the contribution, and back', async ({ page, fine }) => {
	const point = 'Hilfe beim Antrag gibt es in jedem Stadtteil';
	const contribution = 'Anträge gemeinsam ausfüllen';
	const heading = page.getByRole('heading', { level: 1 });

	await page.goto('/');
	await fine();
	await page.goto('/aufrufe');
	await page.getByRole('link', { name: 'Zusammen im Quartier' }).click();
	await expect(page.getByRole('heading', { name: 'Erreichbar ohne Termin', exact: true })).toBeVisible();
	await fine();

	await page.getByRole('link', { name: fill(t.calls.point, { number: 2, title: point }) }).click();
	await expect(heading).toHaveText(point);
	await page.getByRole('link', { name: contribution }).click();
	await expect(heading).toHaveText(contribution);
	await fine();

	await page.getByRole('link', { name: fill(t.answers.place, { number: 2, title: point }) }).click();
	await expect(heading).toHaveText(point);
	await page.getByRole('link', { name: 'Zusammen im Quartier' }).first().click();
	await expect(heading).toHaveText('Zusammen im Quartier');
});
