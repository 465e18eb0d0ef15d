import { expect, type Page } from '@playwright/test';
import { t } from '#lib/texts/texts.ts';
import { test } from '../support/journey.ts';

const { desk } = t.workshops;
const words = t.readings;
/** Of the seeded group, and of the one that meets here. */
const [THEIRS, OURS] = ['Zuerst eine Wohnung.', 'Zuerst das Geld. Ohne Geld baut niemand.'];

/** Where it stands on the page, as people look at it. */
async function placeOf(page: Page, text: string) {
	const box = await page.locator('.reading', { hasText: text }).boundingBox();
	if (!box) throw new Error(`nobody sees »${text}«`);
	return box;
}

test('what two groups read in a point stands side by side, before the text they share', async ({ page, as, fine }) => {
	await test.step('a second group adopts a reading at its meeting', async () => {
		await as('helper');
		await page.goto('/werkstatt/treffen');
		await page.getByLabel(desk.label).fill('Runde der Träger');
		await page.getByLabel(desk.group).selectOption('practice');
		await page.getByLabel(desk.people).fill('11');
		await page.getByRole('button', { name: desk.open }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.workshopOpened);
		const form = page.locator('form[action="?/reading"]');
		await form.getByLabel(t.hands.point).selectOption('1');
		await form.getByLabel(words.form.reading).fill(OURS);
		await form.getByLabel(t.hands.form.agree).fill('9');
		await form.getByLabel(t.hands.form.pass).fill('1');
		await form.getByLabel(t.hands.form.disagree).fill('0');
		await form.getByRole('button', { name: words.form.send }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.readingWritten);
		await fine();
	});
	const meeting = page.url().replace(/[?#].*$/, '');

	await test.step('nobody reads it before somebody else has let the meeting out', async () => {
		await as(null);
		await page.goto('/punkte/1');
		await expect(page.locator('.reading')).toHaveCount(1);
		await as('moderator');
		await page.goto(meeting);
		await page.getByRole('button', { name: desk.publish }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.workshopPublished);
	});

	await test.step('anybody reads both, and then the text they share', async () => {
		await as(null);
		await page.goto('/punkte/1');
		await expect(page.getByRole('heading', { name: words.title })).toBeVisible();
		await expect(page.locator('.reading')).toHaveCount(2);
		const [theirs, ours] = [await placeOf(page, THEIRS), await placeOf(page, OURS)];
		const joint = await page.getByRole('heading', { name: words.joint }).boundingBox();
		expect(joint?.y).toBeGreaterThan(Math.max(theirs.y + theirs.height, ours.y + ours.height) - 1);
		const wide = (page.viewportSize()?.width ?? 0) > 1_000;
		// Beside each other where there is room, else one below the other; never one over the other.
		if (wide) expect(Math.abs(theirs.y - ours.y)).toBeLessThan(2);
		if (wide) expect(theirs.x + theirs.width).toBeLessThanOrEqual(ours.x);
		else expect(theirs.y + theirs.height).toBeLessThanOrEqual(ours.y);
		await expect(page.locator('.reading', { hasText: OURS })).toContainText('Runde der Träger');
		await fine();
	});
});
