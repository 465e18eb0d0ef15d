import { createHash } from 'node:crypto';
import { expect } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { t } from '#lib/texts/texts.ts';
import { test } from './support/journey.ts';
import { POLLED } from './support/seed.crowd.ts';

test('a journalist checks a figure from the page down to the open data', async ({ page, fine, request }) => {
	const foot = page.getByRole('contentinfo');
	await page.goto(`/punkte/${POLLED.point}`);
	const row = page.locator('tbody').filter({ hasText: t.people.groups.affected }).first();
	await expect(row).toContainText(String(POLLED.agree));
	await expect(row).toContainText(String(POLLED.disagree));

	await foot.getByRole('link', { name: t.data.title }).click();
	await fine();
	await page.getByRole('link', { name: t.data.sets.ergebnisse.title }).first().click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.data.sets.ergebnisse.title);
	await fine();
	const told = page.getByRole('row').filter({ hasText: 'ergebnisse.csv' });
	const address = await told.getByRole('link').getAttribute('href');
	const file = await (await request.get(address ?? '')).body();
	await expect(told).toContainText(createHash('sha256').update(file).digest('hex'));

	const rows: Record<string, string>[] = parse(file, { bom: true, delimiter: ';', columns: true });
	const own = { punkt: String(POLLED.point), gruppe: t.people.groups.affected, wer: t.data.standing.person };
	expect(rows).toContainEqual(
		expect.objectContaining({
			...own,
			stimmen: String(POLLED.agree + POLLED.disagree),
			zustimmung: String(POLLED.agree),
			ablehnung: String(POLLED.disagree)
		})
	);
	// Everything else of that page is there, too: the wording, and what it rests on.
	const wording = await request.get('/api/v1/punkte');
	const heading = (await wording.json()).rows.find((one: { punkt: number }) => one.punkt === POLLED.point)?.titel;
	await page.goto(`/punkte/${POLLED.point}`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
});

test('whoever asks for data that is not there is told so', async ({ request }) => {
	for (const address of [
		...['/daten/nichts', '/daten/1/nichts.csv', '/daten/1/beitraege.xml', '/daten/999999/beitraege.csv'],
		...['/daten/1e99/beitraege.csv', '/api/v1/nichts', '/api/v1/beitraege?seite=0', '/api/v1/beitraege?seite=9e99'],
		...['/gespraeche/2', '/gespraeche/NaN', '/gespraeche/1e99/aussagen', '/gespraeche/-1/meinungsbild.json']
	]) {
		expect((await request.get(address)).status(), address).toBe(404);
	}
	for (const address of ['/gespraeche?nach=NaN', '/gespraeche?nach=1e99', '/gespraeche/1/aussagen?nach=-1']) {
		expect((await request.get(address)).status(), address).toBe(200);
	}
});
