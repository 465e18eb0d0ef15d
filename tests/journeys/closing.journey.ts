import { expect } from '@playwright/test';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archive } from '#lib/texts/de/archive.ts';
import { done } from '#lib/texts/de/done.ts';
import { isoDay } from '#lib/texts/de/dates.ts';
import { t } from '#lib/texts/texts.ts';
import { test } from './support/journey.ts';

const words = t.closure;
const DAY = 24 * 60 * 60 * 1000;
const daysAgo = (days: number) => isoDay(new Date(Date.now() - days * DAY).toISOString());

test('two admins end the process; a resident who comes back reads on, writes nothing, and can still leave', async ({
	page,
	context,
	town,
	as,
	fine
}) => {
	// A resident has the form open when the process ends.
	await as('resident');
	const late = await context.newPage();
	await late.goto('/beitragen');
	await late.getByLabel(t.proposals.form.titleLabel).fill('Zu spät');

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
	await expect(page.getByRole('status')).toHaveText(done.processClosed);
	await fine();

	// What was open in another window is refused in the same calm words, and nothing that was typed is lost.
	await as('resident');
	await late.getByRole('button', { name: t.proposals.form.send }).click();
	await expect(late.getByText(/Niemand kann mehr etwas schreiben/).first()).toBeVisible();
	await expect(late.getByText('Zu spät').first()).toBeVisible();
	await page.goto('/');
	await expect(page.locator('.standing')).toContainText('beendet');
	await fine();
	await page.goto('/beitraege/1');
	await expect(page.getByText(words.instead.title)).toBeVisible();
	await expect(page.locator('main form')).toHaveCount(0);
	await fine();
	await page.goto('/meine-daten/loeschen');
	await expect(page.locator('main form')).not.toHaveCount(0);

	const place = mkdtempSync(join(tmpdir(), 'teilhabe-closing-'));
	const folder = join(place, 'archiv');
	expect(town.command('cards', ['--label', 'X', '--group', 'affected', '--size', '1'])).toContain('beendet');
	expect(town.command('archive', [folder])).toContain('Every link leads somewhere.');
	expect(existsSync(join(folder, 'index.html'))).toBe(true);
	expect(readFileSync(join(folder, 'archiv/index.html'), 'utf8')).toContain(archive.about.closed.split('{')[0]);
	rmSync(place, { recursive: true, force: true });
});
