import { expect } from '@playwright/test';
import { t } from '#lib/texts/texts.ts';
import { sheetPhoto } from '../../support/pictures/sheetPhoto.ts';
import { test } from '../support/journey.ts';

const words = t.workshops.desk.photos;
const FOTOS = '/werkstatt/treffen/2/fotos';
const ALT = 'Auf dem Blatt steht: Miete, Strom, Bus.';

test('what stood on the sheets of a meeting is seen by everybody, as it was written there', async ({
	page,
	as,
	fine
}) => {
	await test.step('a helper lays a photo with the meeting, and hears what is missing', async () => {
		await as('helper');
		await page.goto('/werkstatt/treffen/2');
		await page.getByRole('link', { name: words.title }).click();
		await page.getByLabel(words.file, { exact: true }).setInputFiles({
			...{ name: 'zeichnung.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<svg/>') }
		});
		await page.getByLabel(words.alt).fill(ALT);
		await page.getByLabel(words.nobody).check();
		await page.getByRole('button', { name: words.send }).click();
		await expect(page.locator('main')).toContainText(words.problems.notPicture);
		await expect(page.getByLabel(words.alt)).toHaveValue(ALT);
		const photo = { name: 'blatt.jpg', mimeType: 'image/jpeg', buffer: await sheetPhoto() };
		await page.getByLabel(words.file, { exact: true }).setInputFiles(photo);
		await page.getByRole('button', { name: words.send }).click();
		await expect(page.getByRole('status').first()).toHaveText(t.done.photoAdded);
		await fine();
	});

	const src = (await page.getByRole('img', { name: ALT }).getAttribute('src')) ?? '';
	await test.step('nobody else sees it before the meeting is public', async () => {
		await as(null);
		expect((await page.request.get(src)).status()).toBe(404);
		await as('moderator');
		await page.goto('/werkstatt/treffen/2');
		await page.getByRole('button', { name: t.workshops.desk.publish }).click();
		await expect(page.getByRole('status').first()).toHaveText(t.done.workshopPublished);
	});

	await test.step('anybody does afterwards, and the team has to take the meeting back to change it', async () => {
		await as(null);
		await page.goto('/treffen/2');
		const picture = page.getByRole('img', { name: ALT });
		await picture.scrollIntoViewIfNeeded();
		await expect(picture).toHaveJSProperty('naturalWidth', 270);
		await fine();
		await page.getByRole('link', { name: ALT }).click();
		await expect(page).toHaveURL(/\/gross\.jpg$/);
		await as('helper');
		await page.goto(FOTOS);
		await expect(page.locator('main')).toContainText(t.reasons.workshopPublished);
		await expect(page.getByRole('button', { name: words.send })).toHaveCount(0);
	});
});
