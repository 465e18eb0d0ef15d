import { expect, type Page } from '@playwright/test';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { PICTURE_BYTES, pictureFile, PICTURES, PICTURE_SIZE, type PictureName } from '#lib/handbook/picture.ts';
import { PLACE, test } from '../support/journey.ts';

/**
 * Pictures of the handbook are of the product as it is: a page whose words have changed since is found here. With
 * TAKE_PICTURES=1 (`npm run pictures`) they are taken anew.
 */
/** The words on the pages when their pictures were taken, by name. */
const PICTURE_WORDS = 'tests/data/handbook-pictures.json';
const TAKE = process.env.TAKE_PICTURES === '1';

/** Pixels: a day or a time of another length moves what stands below it by a line, over the edge of the picture. */
const EDGE = 40;

/** What is distilled is seen where something waits to be. */
const AT_THE_DESK: readonly PictureName[] = ['moderation-verteilen', 'moderation-stapel'];
const placeOf = (name: PictureName) => (AT_THE_DESK.includes(name) ? 'desk' : 'workshop');

for (const place of ['workshop', 'desk'] as const) {
	test.describe(place, () => {
		test.use({ place, ...PLACE, viewport: { ...PICTURE_SIZE, height: 2_000 } });
		test('pictures of the handbook show their pages as they are', async ({ page, as }) => {
			await as('everything');
			for (const { name, address } of PICTURES.filter(({ name }) => placeOf(name) === place)) {
				await page.goto(address);
				// What is the same on every page is above the picture.
				const top = await page.locator('h1').evaluate((title) => title.getBoundingClientRect().top - 24);
				const within = (more: number) => wordsOn(page, top + PICTURE_SIZE.height + more);
				if (TAKE) await take(page, { name, top, words: await within(0) });
				const shown = known()[name] ?? [];
				expect.soft(shown, `${name}: npm run pictures`).toEqual(expect.arrayContaining(await within(-EDGE)));
				expect.soft(await within(EDGE), `${name}: npm run pictures`).toEqual(expect.arrayContaining(shown));
				expect(shown.length, name).toBeGreaterThan(0);
				expect(readFileSync(pictureFile(name)).byteLength, name).toBeLessThan(PICTURE_BYTES);
			}
		});
	});
}

async function take(page: Page, { name, top, words }: { name: PictureName; top: number; words: string[] }) {
	await page.evaluate(() => document.fonts.ready);
	const shot = await page.screenshot({ clip: { x: 0, y: top, ...PICTURE_SIZE } });
	writeFileSync(pictureFile(name), await webp(page, shot));
	writeFileSync(PICTURE_WORDS, `${JSON.stringify({ ...known(), [name]: words }, null, '\t')}\n`);
}

function known(): Partial<Record<PictureName, string[]>> {
	return existsSync(PICTURE_WORDS) ? JSON.parse(readFileSync(PICTURE_WORDS, 'utf8')) : {};
}

/** What the page itself says, within the picture. Numbers and days are those of the moment. */
async function wordsOn(page: Page, below: number): Promise<string[]> {
	const main = page.locator('main');
	const seen = main.locator('h1, h2, h3, label, legend, th, button').filter({ visible: true });
	const texts = await seen.evaluateAll(
		(all, below) =>
			all.filter((one) => one.getBoundingClientRect().bottom <= below).map((one) => one.textContent ?? ''),
		below
	);
	const words = texts.map((text) => text.replaceAll(/\s+/g, ' ').replaceAll(/\d+/g, '#').trim());
	return [...new Set(words.filter((text) => text !== ''))];
}

/** Half as heavy as PNG, and every browser here reads it. */
async function webp(page: Page, png: Buffer): Promise<Buffer> {
	const blank = await page.context().newPage();
	const made = await blank.evaluate(async (base64) => {
		const image = new Image();
		image.src = `data:image/png;base64,${base64}`;
		await image.decode();
		const canvas = document.createElement('canvas');
		canvas.width = image.width;
		canvas.height = image.height;
		canvas.getContext('2d')?.drawImage(image, 0, 0);
		return canvas.toDataURL('image/webp', 0.5).split(',')[1] ?? '';
	}, png.toString('base64'));
	await blank.close();
	return Buffer.from(made, 'base64');
}
