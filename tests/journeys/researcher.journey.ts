import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { Chance } from '#lib/opinion/chance.ts';
import { t } from '#lib/texts/texts.ts';
import { test } from './support/journey.ts';

const REAL = '../shared/data/opinion/bg2050-volunteers';
const words = t.conversations;

/** A conversation of forty people who answer by chance, for where the real one is not at hand. */
function invented(): string {
	const folder = mkdtempSync(join(tmpdir(), 'teilhabe-conversation-'));
	const ids = Array.from({ length: 12 }, (_, id) => id);
	const chance = new Chance(1);
	const lines = Array.from({ length: 40 }, (_, person) => [person, ...ids.map(() => chance.below(3) - 1)].join(','));
	writeFileSync(join(folder, 'participants-votes.csv'), [`participant,${ids.join(',')}`, ...lines].join('\n'));
	const comments = ids.map((id) => `${id},1,Statement ${id}`);
	writeFileSync(join(folder, 'comments.csv'), ['comment-id,moderated,comment-body', ...comments].join('\n'));
	return folder;
}

test('a researcher imports a real conversation and sees its landscape', async ({ page, fine, town, request }) => {
	const title = 'Wie soll unsere Stadt im Jahr 2050 sein?';
	const folder = existsSync(REAL) ? REAL : invented();
	const asked = ['polis', folder, '--title', title, '--attribution', 'The Computational Democracy Project, CC BY 4.0'];
	expect(town.command('import', [...asked, '--language', 'en', '--dry-run'])).toContain('The conversation is new.');
	expect(town.command('import', [...asked, '--language', 'en', '--yes'])).toContain('people imported');

	// The server, another process, notices within a second.
	await expect(async () => {
		await page.goto('/');
		await page.getByRole('link', { name: words.title }).click();
		await expect(page.getByRole('link', { name: title })).toBeVisible({ timeout: 500 });
	}).toPass();
	await fine();
	await page.getByRole('link', { name: title }).click();
	await expect(page.getByText(words.apart.title)).toBeVisible();
	await expect(page.getByText(t.opinion.groups.noneTitle)).toBeVisible();
	await fine();

	const digest = await page.locator('code').last().textContent();
	const address = await page.getByRole('link', { name: words.file }).getAttribute('href');
	const file = await (await request.get(address ?? '')).body();
	expect(createHash('sha256').update(file).digest('hex')).toBe(digest);

	await page.getByRole('link', { name: words.toStatements }).click();
	await expect(page.locator('blockquote').first()).toHaveAttribute('lang', 'en');
	await fine();
});
