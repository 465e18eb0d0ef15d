import { expect } from '@playwright/test';
import { count, fill, t } from '#lib/texts/texts.ts';
import { test } from '../support/journey.ts';
import { MEASURES } from '../support/seed/seed.priorities.ts';

const words = t.priorities;
const box = (number: number) => MEASURES[number - 1]?.[1] ?? '';

test('a resident ticks measures, changes one, and sees the result after the end', async ({
	page,
	as,
	fine,
	testApp
}) => {
	await as('resident');
	await page.goto('/sitemap');
	await page.getByRole('main').getByRole('link', { name: words.title, exact: true }).click();
	await expect(page.getByText(words.form.none)).toBeVisible();
	await fine();
	await page.getByLabel(box(1)).check();
	await page.getByLabel(box(3)).check();
	await page.getByRole('button', { name: words.form.save }).click();
	await expect(page.getByRole('alert').first()).toContainText(t.forms.ticksFew);
	await expect(page.getByLabel(box(3))).toBeChecked();
	await fine();
	for (const number of [2, 4, 5]) await page.getByLabel(box(number)).check();
	await page.getByRole('button', { name: words.form.save }).click();
	await expect(page.getByText(t.done.ticksSaved)).toBeVisible();
	await page.getByLabel(box(3)).uncheck();
	await page.getByRole('button', { name: words.form.change }).click();
	await expect(page.getByLabel(box(3))).not.toBeChecked();
	await expect(page.getByLabel(box(5))).toBeChecked();

	expect(testApp.command('../../tests/journeys/support/endPriorities', [])).toBe('1\n');
	await page.goto('/vorrang');
	await page.getByRole('link', { name: fill(words.results.link, { phase: 'Entwurf' }) }).click();
	await expect(page.getByText(count(words.result.facts.peopleCount, 12), { exact: true })).toBeVisible();
	await fine();
	await page.getByRole('link', { name: words.result.purses.groups }).click();
	const heading = fill(words.result.steps.title, { purse: words.result.purses.groups });
	await expect(page.getByRole('heading', { name: heading })).toBeVisible();
	await page.getByRole('link', { name: words.result.steps.back }).click();
	await expect(page.getByText(fill(words.result.steps.step, { step: 3, steps: 4 }))).toBeVisible();
	await page.getByRole('link', { name: words.result.steps.next }).click();
	await fine();
});

test('an editor sets what measures cost, until the first ballot is in', async ({ page, as, fine }) => {
	await as('editor');
	await page.goto('/werkstatt/vorrang');
	await fine();
	await page.getByRole('link', { name: fill(words.workshop.costs, { phase: 'Entwurf' }) }).click();
	await page.getByLabel(words.workshop.budget).fill('0');
	await page.getByRole('button', { name: words.workshop.save }).click();
	await expect(page.getByRole('alert').first()).toContainText(t.forms.pointsWrong);
	await fine();
	await page.getByLabel(words.workshop.budget).fill('7');
	await page.getByLabel(fill(words.workshop.measure, { number: 2, text: box(2) })).selectOption('medium');
	await page.getByRole('button', { name: words.workshop.save }).click();
	await expect(page.getByText(t.done.prioritySaved)).toBeVisible();

	await as('resident');
	await page.goto('/vorrang');
	for (const number of [1, 2, 4]) await page.getByLabel(box(number)).check();
	await page.getByRole('button', { name: words.form.save }).click();
	await expect(page.getByText(t.done.ticksSaved)).toBeVisible();

	await as('editor');
	await page.goto('/werkstatt/vorrang/draft');
	await expect(page.getByText(/Darum bleiben Kosten und Budget/)).toBeVisible();
	await expect(page.getByRole('button', { name: words.workshop.save })).toHaveCount(0);
	await fine();
});

test('a resident ticks five measures on paper', async ({ page, as, fine }) => {
	await as('helper');
	await page.goto('/werkstatt/erfassen');
	await page.getByRole('link', { name: t.recording.ways.priorities }).click();
	await fine();
	await page.getByLabel(t.recording.form.place).fill('Tagestreff Sonnenplatz');
	await page.getByLabel(t.recording.form.group).selectOption('affected');
	await page.getByLabel(fill(words.paper.measure, { number: 1, text: box(1) })).check();
	await page.getByLabel(words.paper.consentText).check();
	await page.getByRole('button', { name: words.paper.save }).click();
	await expect(page.getByRole('alert').first()).toContainText(t.forms.ticksFew);
	await expect(page.getByLabel(fill(words.paper.measure, { number: 1, text: box(1) }))).toBeChecked();
	await expect(page.getByLabel(t.recording.form.place)).toHaveValue('Tagestreff Sonnenplatz');
	await fine();
	for (const number of [2, 3, 4, 5])
		await page.getByLabel(fill(words.paper.measure, { number, text: box(number) })).check();
	await page.getByRole('button', { name: words.paper.save }).click();
	await expect(page.getByRole('heading', { name: count(words.paper.saved, 5) })).toBeVisible();
	const code = (await page.locator('.one-code').textContent()) ?? '';
	await expect(page.getByLabel(fill(words.paper.measure, { number: 1, text: box(1) }))).not.toBeChecked();
	await expect(page.getByLabel(t.recording.form.place)).toHaveValue('Tagestreff Sonnenplatz');
	await fine();

	await as(null);
	await page.goto('/anmelden');
	await page.getByLabel(t.account.signIn.code).fill(code);
	await page.getByRole('button', { name: t.account.signIn.send }).click();
	await page.goto('/vorrang');
	for (const number of [1, 2, 3, 4, 5]) await expect(page.getByLabel(box(number))).toBeChecked();
	await fine();
});
