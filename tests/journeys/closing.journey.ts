import { expect } from '@playwright/test';
import { done } from '#lib/texts/de/done.ts';
import { isoDay } from '#lib/texts/de/dates.ts';
import { t } from '#lib/texts/texts.ts';
import { test } from './support/journey.ts';

const words = t.closure;
const DAY = 24 * 60 * 60 * 1000;
const daysAgo = (days: number) => isoDay(new Date(Date.now() - days * DAY).toISOString());

test('two admins end the process, one after the other', async ({ page, as, fine }) => {
	await as('admin');
	await page.goto('/werkstatt/abschluss');
	await expect(page.getByRole('heading', { name: /Noch läuft eine Phase/ })).toBeVisible();
	await fine();
	// Both phases are over now. People have voted in the first one: it ends with two.
	const ends = async (index: number, from: number, until: number) => {
		await page.goto('/werkstatt/phasen');
		await page
			.getByRole('link', { name: /ändern$/ })
			.nth(index)
			.click();
		await page.getByLabel(t.workshop.phases.form.from).fill(daysAgo(from));
		await page.getByLabel(t.workshop.phases.form.until).fill(daysAgo(until));
		await page.getByRole('button', { name: t.workshop.phases.form.send }).click();
	};
	await ends(0, 25, 3);
	await page.getByRole('button', { name: t.approvals.approve, exact: true }).click();
	const change = new URL(page.url()).pathname;
	await as('everything');
	await page.goto(change);
	await page.getByRole('button', { name: t.workshop.phases.confirm.send }).click();
	await expect(page.getByRole('status')).toHaveText(done.phaseChanged);
	await ends(1, 2, 1);
	await expect(page.getByRole('status')).toHaveText(done.phaseChanged);

	await as('admin');
	await page.goto('/werkstatt/abschluss');
	await page.getByRole('button', { name: t.approvals.approve, exact: true }).click();
	await expect(page.getByRole('status')).toHaveText(done.closureApproved);
	await expect(page.getByRole('button', { name: words.close })).toBeHidden();
	await fine();
	await as('everything');
	await page.goto('/werkstatt/abschluss');
	await page.getByRole('button', { name: words.close }).click();
	await expect(page.getByRole('status').first()).toHaveText(done.processClosed);
	await fine();
});
