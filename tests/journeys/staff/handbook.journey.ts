import { expect } from '@playwright/test';
import { count, fill, t } from '#lib/texts/texts.ts';
import { test } from '../support/journey.ts';

const words = t.handbook;

test('a moderator reads in the handbook what the page is for, looks for a word and takes the chapter along', async ({
	page,
	as,
	fine
}) => {
	await as('moderator');

	await test.step('goes from a page to the part about it', async () => {
		await page.goto('/werkstatt/eingang');
		await page.getByRole('link', { name: words.toChapter }).click();
		await expect(page).toHaveURL(/\/werkstatt\/handbuch\/moderation#eingang$/);
		await expect(page.locator('#eingang')).toBeInViewport();
		await fine();
	});

	await test.step('takes it along as a file', async () => {
		const link = page.getByRole('link', { name: words.chapterPaper });
		const file = await page.request.get((await link.getAttribute('href')) ?? '');
		expect([file.status(), file.headers()['content-type']]).toEqual([200, 'application/pdf']);
	});

	await test.step('has on paper what is to be read and nothing to press', async () => {
		await page.emulateMedia({ media: 'print' });
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(page.locator('.workshop-nav, .document__contents').filter({ visible: true })).toHaveCount(0);
		await expect(page.getByRole('link', { name: words.chapterPaper })).toBeHidden();
		await page.emulateMedia({ media: 'screen' });
	});

	await test.step('finds a word, and is told when there is none', async () => {
		await page.goto('/werkstatt');
		await page.getByRole('navigation', { name: t.workshop.navLabel }).getByRole('link', { name: words.title }).click();
		await expect(page).toHaveURL(/\/werkstatt\/handbuch$/);
		await page.getByRole('textbox', { name: words.search }).fill('schwaerzen');
		await page.getByRole('button', { name: words.apply }).click();
		await page.getByRole('link', { name: /^Schwärzen/ }).click();
		await expect(page).toHaveURL(/moderation#schwaerzen$/);
		await page.goBack();
		await fine();
		await page.getByRole('textbox', { name: words.search }).fill('Zeppelin');
		await page.getByRole('button', { name: words.apply }).click();
		await expect(page.getByText(count(words.found, 0))).toBeVisible();
		await expect(page.getByText(fill(words.none, { asked: 'Zeppelin' }))).toBeVisible();
		await expect(page.getByRole('textbox', { name: words.search })).toHaveValue('Zeppelin');
	});
});
