import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { count, fill, t } from '#lib/texts/texts.ts';
import { test } from '../support/journey.ts';

test.use({ place: 'rush' });

const settled = (page: Page) => expect(page.locator('main:not([aria-busy])')).toBeVisible();

/** Hands on the keyboard, and how often they pressed. */
function keyboard(page: Page) {
	let pressed = 0;
	const press = async (...keys: string[]) => {
		for (const key of keys) {
			pressed += 1;
			await page.keyboard.press(key);
			await settled(page);
		}
	};
	return { press, pressed: () => pressed };
}

const shown = (page: Page) => page.getByRole('heading', { level: 1 }).textContent();

/** One key that takes up another text by itself. */
async function pressOn(page: Page, press: (...keys: string[]) => Promise<void>, key: string): Promise<void> {
	const before = page.url();
	await press(key);
	await expect.poll(() => page.url()).not.toBe(before);
	await settled(page);
}

test('a moderator screens twenty contributions one by one with at most 25 keys', async ({
	page,
	as,
	javaScriptEnabled
}) => {
	test.skip(javaScriptEnabled === false, 'keys need a script');
	await as('moderator');
	await page.goto('/werkstatt/eingang?q=Neu');
	const { press, pressed } = keyboard(page);
	await press('j');
	await pressOn(page, press, 'Enter');
	// Eighteen are published, one is refused by its reason, one was a slip and is taken back.
	for (let at = 0; at < 18; at++) await pressOn(page, press, '1');
	const refused = page.url();
	await press('6');
	await expect(page.getByRole('radio', { checked: true })).toBeFocused();
	expect(page.url()).toBe(refused);
	await pressOn(page, press, 'Enter');
	await expect(page.locator('main').getByText(t.done.subjectRejectedNext)).toBeVisible();
	await press('1');
	await expect(page.locator('main').getByText(t.moderation.queue.emptyFilter)).toBeVisible();
	await press('u');
	await expect(page.getByRole('link', { name: /^Neu im Eingang/ })).toHaveCount(1);
	expect(pressed()).toBeLessThanOrEqual(25);
});

test('a moderator publishes all that the list shows at once; one a colleague was quicker with refuses no other', async ({
	page,
	as,
	fine,
	testApp,
	javaScriptEnabled
}) => {
	await as('moderator');
	await page.goto('/werkstatt/eingang?q=Neu&art=proposal');
	await fine();
	const { press, pressed } = keyboard(page);
	if (javaScriptEnabled) await press('a');
	else await page.getByRole('link', { name: t.ui.bulk.all }).click();
	await expect(page.getByRole('checkbox', { name: /Neu im Eingang/ }).first()).toBeChecked();

	await test.step('a colleague decides about one of them meanwhile', async () => {
		const context = await page.context().browser()?.newContext({ baseURL: testApp.origin });
		if (!context) throw new Error('no browser');
		const { enter } = await import('../support/journey.ts');
		await enter(context, testApp, 'everything');
		const other = await context.newPage();
		await other.goto('/werkstatt/eingang?q=Neu');
		await other.getByRole('link', { name: 'Neu im Eingang 7', exact: true }).click();
		await expect(other.getByRole('heading', { name: t.moderation.desk.decide })).toBeVisible();
		await other.getByRole('button', { name: t.moderation.desk.publish, exact: true }).click();
		await expect(other.locator('main').getByText(t.done.subjectPublishedNext)).toBeVisible();
		await context.close();
	});

	if (javaScriptEnabled) await press('1');
	else await page.getByRole('button', { name: t.moderation.desk.publish, exact: true }).click();
	await expect(page.locator('.error-summary')).toContainText('19 sind gespeichert.');
	await expect(page.locator('.error-summary')).toContainText('Neu im Eingang 7');
	await fine();
	if (javaScriptEnabled) expect(pressed()).toBeLessThanOrEqual(2);
});

test('a moderator takes back what was published together', async ({ page, as, javaScriptEnabled }) => {
	await as('moderator');
	await page.goto('/werkstatt/eingang?q=Neu&alle=1');
	const all = count(t.moderation.queue.publishChosen, 20);
	const publish = javaScriptEnabled === false ? t.moderation.desk.publish : all;
	await page.getByRole('button', { name: publish, exact: true }).click();
	await expect(page.locator('main').getByText(count(t.done.subjectsPublished, 20))).toBeVisible();
	await page.getByRole('button', { name: t.ui.undo }).click();
	await expect(page.locator('main').getByText(count(t.done.subjectsReopened, 20))).toBeVisible();
	await expect(page.getByRole('link', { name: /^Neu im Eingang/ })).toHaveCount(20);
});

test('a moderator answers sixty contributions with at most 70 keys', async ({ page, as, fine, javaScriptEnabled }) => {
	test.skip(javaScriptEnabled === false, 'keys need a script');
	await as('moderator');
	await page.goto('/werkstatt/verbleib?q=Anliegen');
	await expect(
		page.getByRole('link', { name: fill('{label} ({count})', { label: t.answers.work.show.lacking, count: 60 }) })
	).toBeVisible();
	const { press, pressed } = keyboard(page);
	await press('j');
	await pressOn(page, press, 'Enter');
	const first = await shown(page);
	await fine();
	// Twenty one by one, five of them with a reason from the modules; then twice a whole page.
	for (let at = 0; at < 15; at++) await pressOn(page, press, '3');
	for (let at = 0; at < 5; at++) {
		await press('4');
		await pressOn(page, press, '6');
	}
	expect(await shown(page)).not.toBe(first);
	await press('l');
	await expect(page.getByRole('heading', { name: t.answers.work.bulk })).toBeVisible();
	for (let at = 0; at < 2; at++) {
		await press('a', '3');
		await expect(page.locator('main').getByText(count(t.done.answersSaved, 20))).toBeVisible();
	}
	await expect(page.locator('main').getByText(t.answers.work.empty)).toBeVisible();
	expect(pressed()).toBeLessThanOrEqual(70);
	await press('u');
	await expect(page.locator('input[name=proposals]')).toHaveCount(20);
});

test('a moderator answers everything the search finds in one go, and one that stands nowhere refuses no other', async ({
	page,
	as,
	fine
}) => {
	const words = t.answers.work;
	await as('moderator');
	await page.goto('/werkstatt/verbleib?q=Anliegen&zeigen=all');
	await page.getByRole('checkbox', { name: fill(words.matching, { count: 60 }) }).check();
	await page.getByRole('radio', { name: t.answers.dispositions.merged }).check();
	await page.getByRole('button', { name: words.bulkSave }).click();
	await expect(page.locator('main').getByText(count(t.done.answersSaved, 60))).toBeVisible();
	await page.goto('/werkstatt/verbleib?q=Anliegen');
	await expect(page.getByText(words.empty)).toBeVisible();
	await fine();

	await test.step('and takes the response table along, filtered as on screen', async () => {
		await page.goto('/werkstatt/verbleib?q=Anliegen&zeigen=done');
		const { table } = t.answers;
		await page.getByLabel(table.format).selectOption(table.formats.csv);
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name: table.send }).click()
		]);
		expect(download.suggestedFilename()).toMatch(/^abwaegungstabelle-.*\.csv$/);
		const lines = readFileSync(await download.path(), 'utf8')
			.trimEnd()
			.split('\r\n');
		expect(lines).toHaveLength(61);
	});
});
