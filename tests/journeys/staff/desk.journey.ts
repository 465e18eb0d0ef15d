import { expect, type Page } from '@playwright/test';
import { fill, t } from '#lib/texts/texts.ts';
import { test } from '../support/journey.ts';

test.use({ place: 'desk' });

const { work, hand, cluster, lead, undo } = t.distillation;

/** Tab until this has the focus: what a hand without a mouse does. */
async function tabTo(page: Page, name: string | RegExp, role: 'button' | 'radio' | 'textbox' | 'checkbox' | 'link') {
	await page
		.getByRole(role, { name, exact: typeof name === 'string' })
		.first()
		.focus();
}

/** Keys alone: choose or name a cluster, send, the next contribution comes by itself. */
async function putInto(page: Page, title: string): Promise<void> {
	const here = await page.getByRole('heading', { level: 1 }).textContent();
	const suggestion = page.getByRole('radio', { name: new RegExp(`: ${title}`) });
	if ((await suggestion.count()) > 0) {
		await suggestion.focus();
		await page.keyboard.press('Space');
	} else {
		await tabTo(page, hand.newTitle, 'textbox');
		await page.keyboard.type(title);
	}
	await tabTo(page, hand.send, 'button');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(here ?? '');
	await expect(page.locator('main').getByText(/liegt jetzt in Stapel \d+\./)).toBeVisible();
}

test('a moderator ticks several in the list by hand; a slip keeps the ticks and the filter', async ({ page, as }) => {
	await as('moderator');
	await page.goto('/werkstatt/verteilen?q=Bus');
	const boxes = page.getByRole('checkbox', { name: / auswählen$/ });
	await boxes.nth(0).check();
	await boxes.nth(1).check();
	await page.getByRole('button', { name: work.put }).click();
	await expect(page.locator('main .error-summary')).toBeVisible();
	await expect(boxes.nth(0)).toBeChecked();
	await expect(boxes.nth(1)).toBeChecked();
	await expect(page.getByLabel(t.distillation.filter.search)).toHaveValue('Bus');
});

test('a moderator works ten contributions off with the keyboard', async ({ page, as, fine, javaScriptEnabled }) => {
	await as('moderator');
	await page.goto('/werkstatt/verteilen');
	await expect(page.getByText(fill(work.progress, { open: 15, total: 15 }))).toBeVisible();
	await tabTo(page, work.first, 'link');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: hand.target })).toBeVisible();
	await fine();

	await test.step('nine as a whole, each in the cluster of its concern', async () => {
		const titles = ['Miete', 'Miete', 'Anträge', 'Briefe', 'Beratung', 'Bus', 'Bus', 'Bus', 'Bus'];
		for (const title of titles) await putInto(page, title);
	});

	await test.step('and one in two parts', async () => {
		await tabTo(page, 'Die Miete ist zu hoch.', 'checkbox');
		await page.keyboard.press('Space');
		await page.getByRole('radio', { name: /: Miete/ }).check();
		await tabTo(page, hand.sendStay, 'button');
		await page.keyboard.press('Enter');
		await expect(page.getByText(hand.done)).toBeVisible();
		await tabTo(page, /^Und der Bus fährt/, 'checkbox');
		await page.keyboard.press('Space');
		await putInto(page, 'Bus');
		await fine();
	});

	if (javaScriptEnabled) {
		await test.step('with script a single key does it, without loading the page anew', async () => {
			const heading = await page.getByRole('heading', { level: 1 }).textContent();
			await page.evaluate(() => document.body.setAttribute('data-same-page', ''));
			await page.keyboard.press('1');
			await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(heading ?? '');
			await expect(page.locator('[data-same-page]')).toHaveCount(1);
			await page.keyboard.press('u');
			await expect(page.locator('main').getByText(t.done.deskUndone)).toBeVisible();
		});
	}

	await test.step('takes the last step back', async () => {
		await page.goto('/werkstatt/stapel/verlauf');
		await page
			.getByRole('button', { name: new RegExp(`^${undo.send}: .*Stapel`) })
			.first()
			.click();
		await expect(page.locator('main').getByText(t.done.deskUndone)).toBeVisible();
		await fine();
	});

	await test.step('and sees the concern with its passages', async () => {
		await page.goto('/werkstatt/stapel?q=Miete');
		await page.getByRole('link', { name: 'Miete' }).click();
		await expect(page.getByText('Die Miete ist zu hoch.').first()).toBeVisible();
		await expect(page.getByText(lead.none)).toBeVisible();
		await expect(page.getByRole('heading', { name: cluster.membersHeading })).toBeVisible();
		await fine();
	});
});
