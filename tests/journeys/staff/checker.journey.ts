import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { unzipSync, zipSync } from 'fflate';
import { t } from '#lib/texts/texts.ts';
import { test } from '../support/journey.ts';

const FINE = 'Kein Fehler gefunden. Vergleichen Sie noch die Prüfsumme.';
const SAME = 'Kein Fehler gefunden, und es ist die Ausgabe mit Ihrer Prüfsumme.';

test('a journalist drops an edition into the checking page with the network off, changes a digit, and is told which', async ({
	page,
	context,
	request,
	fine,
	javaScriptEnabled
}) => {
	await page.goto('/daten');
	await fine();
	const address = await page.getByRole('link', { name: t.data.wholeEdition }).getAttribute('href');
	const digest = (await page.locator('code.digest').first().textContent()) ?? '';
	const edition = await (await request.get(address ?? '')).body();
	const checking = await (await request.get('/daten/pruefen.html')).text();
	if (javaScriptEnabled === false) {
		await page.goto('/daten/pruefen.html');
		await expect(page.getByText('braucht diese Seite JavaScript')).toBeVisible();
		return;
	}

	const folder = mkdtempSync(join(tmpdir(), 'teilhabe-checking-'));
	try {
		writeFileSync(join(folder, 'pruefen.html'), checking);
		await context.setOffline(true);
		const asked: string[] = [];
		page.on('request', (one) => asked.push(one.url()));
		await page.goto(`file://${join(folder, 'pruefen.html')}`);
		const result = page.getByRole('status');
		const drop = (name: string, buffer: Buffer) =>
			page.getByLabel('Dateien der Ausgabe').setInputFiles({ name, mimeType: 'application/zip', buffer });
		await drop('ausgabe.zip', edition);
		await expect(result.getByRole('heading', { level: 2 })).toHaveText(FINE);
		await expect(result).toContainText(digest);
		await expect(result).toContainText('Vergleichen Sie diese Prüfsumme');
		await page.getByLabel('Prüfsumme der Ausgabe').fill(digest);
		await page.getByLabel('Prüfsumme der Ausgabe').blur();
		await expect(result.getByRole('heading', { level: 2 })).toHaveText(SAME);
		await page.getByLabel('Prüfsumme der Ausgabe').fill('');
		await page.getByLabel('Prüfsumme der Ausgabe').blur();
		await expect(result.getByRole('heading', { level: 2 })).toHaveText(FINE);
		await expect(result).toContainText('Einzelne Stimmen sind geheim.');

		const files = unzipSync(edition);
		const votes = Buffer.from(files['ergebnisse.json'] ?? []).toString();
		files['ergebnisse.json'] = Buffer.from(
			votes.replace(/"zustimmung":(\d+)/, (_, n) => `"zustimmung":${Number(n) + 1}`)
		);
		await drop('ausgabe.zip', Buffer.from(zipSync(files)));
		await expect(result.getByRole('heading', { level: 2 })).toContainText('Fehler gefunden');
		const told = result.locator('.wrong').first();
		await expect(told).toContainText('ergebnisse.json ist verändert: In Zeile');
		await expect(told).toContainText('»zustimmung«');
		await drop('ausgabe.zip', Buffer.from('kein Archiv'));
		await expect(result).toContainText('ausgabe.zip ist keine ZIP-Datei oder beschädigt.');
		expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([]);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});

test('the checking page on the website runs its own script and nothing else', async ({
	page,
	javaScriptEnabled,
	request
}) => {
	test.skip(javaScriptEnabled === false, 'it computes in the browser');
	const edition = await (await request.get('/daten/aktuell/ausgabe.zip')).body();
	await page.goto('/daten/pruefen.html');
	const files = { name: 'ausgabe.zip', mimeType: 'application/zip', buffer: edition };
	await page.getByLabel('Dateien der Ausgabe').setInputFiles(files);
	await expect(page.getByRole('status').getByRole('heading', { level: 2 })).toHaveText(FINE);
	for (const width of [320, 1280]) {
		await page.setViewportSize({ width, height: 800 });
		expect(
			await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)
		).toBe(true);
	}
});
