import { expect } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isoDay } from '#lib/texts/dates.ts';
import { fill, t } from '#lib/texts/texts.ts';
import { enter, test } from '../support/journey.ts';

const words = t.closure;
const DAY = 24 * 60 * 60 * 1000;
const daysAgo = (days: number) => isoDay(new Date(Date.now() - days * DAY).toISOString());

test('two admins end the process; a resident who was just about to write reads that, and the site is taken along', async ({
	page,
	as,
	fine,
	browser,
	testApp
}) => {
	const home = await browser.newContext({ baseURL: testApp.origin });
	await enter(home, testApp, 'resident');
	const resident = await home.newPage();
	await resident.goto('/beitraege/1');
	await as('admin');
	await page.goto('/werkstatt/abschluss');
	await expect(page.getByRole('heading', { name: /Noch läuft eine Phase/ })).toBeVisible();
	await fine();
	// Both phases are over now. People have voted in the first one: it ends with two.
	const ends = async (phase: string, from: number, until: number) => {
		await page.goto('/werkstatt/phasen');
		await page.getByRole('link', { name: fill(t.workshop.phases.changeLabel, { phase }) }).click();
		await page.getByLabel(t.workshop.phases.form.from).fill(daysAgo(from));
		await page.getByLabel(t.workshop.phases.form.until).fill(daysAgo(until));
		await page.getByRole('button', { name: t.workshop.phases.form.send }).click();
	};
	await ends('Entwurf', 5, 3);
	await page.getByRole('button', { name: t.approvals.approve, exact: true }).click();
	const change = new URL(page.url()).pathname;
	await as('everything');
	await page.goto(change);
	await page.getByRole('button', { name: t.workshop.phases.confirm.send }).click();
	await expect(page.getByRole('status')).toHaveText(t.done.phaseChanged);
	await ends('Letzte Fassung', 2, 1);
	await expect(page.getByRole('status')).toHaveText(t.done.phaseChanged);

	await as('admin');
	await page.goto('/werkstatt/abschluss');
	await page.getByRole('button', { name: t.approvals.approve, exact: true }).click();
	await expect(page.getByRole('status')).toHaveText(t.done.closureApproved);
	await expect(page.getByRole('button', { name: words.close })).toBeHidden();
	await fine();
	await as('everything');
	await page.goto('/werkstatt/abschluss');
	await page.getByRole('button', { name: words.close }).click();
	await expect(page.getByRole('status').first()).toHaveText(t.done.processClosed);
	await fine();

	const since = /Das Verfahren ist seit dem .+ beendet\. Niemand kann mehr etwas schreiben\. Lesen können Sie alles\./;
	await resident.getByRole('button', { name: t.proposals.support, exact: true }).click();
	await expect(resident.getByRole('alert').first()).toContainText(since);
	await resident.goto('/beitragen');
	await expect(resident.locator('main')).toContainText('Das ist nicht mehr möglich');
	await expect(resident.locator('main textarea')).toHaveCount(0);
	await resident.goto('/');
	await expect(resident.locator('main')).toContainText('beendet');
	await expect(resident.getByRole('heading', { name: t.start.afterwards.heading })).toBeVisible();
	await expect(resident.getByRole('heading', { name: t.start.waysHeading })).toHaveCount(0);
	await home.close();

	const place = mkdtempSync(join(tmpdir(), 'teilhabe-closed-'));
	expect(testApp.command('archive', [join(place, 'archiv')])).toContain('Every link leads somewhere.');
	rmSync(place, { recursive: true });
});
