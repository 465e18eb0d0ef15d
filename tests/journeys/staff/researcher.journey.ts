import { mkdtempSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { t } from '#lib/texts/texts.ts';
import { REAL, realFiles } from '../../support/strategy/realConversation.ts';
import { test } from '../support/journey.ts';

const words = t.conversations;

/** The real one of tests/data, unpacked. */
function unpacked(): string {
	const folder = mkdtempSync(join(tmpdir(), 'teilhabe-conversation-'));
	const { comments, table } = realFiles(REAL.bowlingGreen);
	writeFileSync(join(folder, 'comments.csv'), comments ?? '');
	writeFileSync(join(folder, 'participants-votes.csv'), table ?? '');
	return folder;
}

test('a researcher imports a real conversation and sees its landscape', async ({ page, fine, testApp, request }) => {
	const title = 'Wie soll unsere Stadt im Jahr 2050 sein?';
	const asked = [
		'polis',
		unpacked(),
		'--title',
		title,
		'--attribution',
		'The Computational Democracy Project, CC BY 4.0'
	];
	expect(testApp.command('import', [...asked, '--language', 'en', '--dry-run'])).toContain('The conversation is new.');
	expect(testApp.command('import', [...asked, '--language', 'en', '--yes'])).toContain('people imported');

	// The server, another process, notices within a second.
	await expect(async () => {
		await page.goto('/');
		const more = page.getByRole('contentinfo').locator('details', { hasText: words.title });
		await more.locator('summary').click();
		await more.getByRole('link', { name: words.title }).click();
		await expect(page.getByRole('link', { name: title })).toBeVisible({ timeout: 500 });
	}).toPass();
	await fine();
	await page.getByRole('link', { name: title }).click();
	await expect(page.getByText(words.apart.title)).toBeVisible();
	await expect(page.getByText(t.opinion.groups.titles.none)).toBeVisible();
	await fine();

	const digest = await page.locator('code').last().textContent();
	const address = await page.getByRole('link', { name: words.file }).getAttribute('href');
	const file = await (await request.get(address ?? '')).body();
	expect(createHash('sha256').update(file).digest('hex')).toBe(digest);

	await page.getByRole('link', { name: words.toStatements }).click();
	await expect(page.locator('blockquote').first()).toHaveAttribute('lang', 'en');
	await fine();
});
