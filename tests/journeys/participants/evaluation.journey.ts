import { expect } from '@playwright/test';
import { fill, t } from '#lib/texts/texts.ts';
import { percent } from '#lib/texts/numbers.ts';
import { test } from '../support/journey.ts';

const words = t.evaluations;
const PHASE = 'Auftakt';

test('a resident says how a phase was, changes it, and reads what everybody said', async ({
	page,
	as,
	fine,
	testApp
}) => {
	await test.step('she finds the questions where her contributions are', async () => {
		await as('resident');
		await page.goto('/meine');
		await page.getByRole('link', { name: words.mine.link }).click();
		await expect(page.getByText(words.results.none)).toBeVisible();
		await fine();
		await page.getByRole('link', { name: fill(words.open.link, { phase: PHASE }) }).click();
		await page
			.getByRole('radiogroup', { name: words.questions.heard })
			.getByLabel(words.answers.no, { exact: true })
			.check();
		await page.getByRole('button', { name: words.form.save }).click();
		await expect(page.getByRole('alert').first()).toBeVisible();
		await expect(
			page.getByRole('radiogroup', { name: words.questions.heard }).getByLabel(words.answers.no, { exact: true })
		).toBeChecked();
		await fine();
	});

	await test.step('answers all of them, and changes one', async () => {
		for (const question of ['informed', 'fair', 'easy', 'again'] as const)
			await page
				.getByRole('radiogroup', { name: words.questions[question] })
				.getByLabel(words.answers.yes, { exact: true })
				.check();
		await page.getByRole('button', { name: words.form.save }).click();
		await expect(page.getByText(t.done.evaluationSaved)).toBeVisible();
		await page.getByRole('link', { name: fill(words.open.change, { phase: PHASE }) }).click();
		await page.getByRole('radiogroup', { name: words.questions.heard }).getByLabel(words.answers.partly).check();
		await page.getByRole('button', { name: words.form.change }).click();
		await expect(page.getByText(t.done.evaluationSaved)).toBeVisible();
		await page.goto('/meine');
		await expect(page.getByRole('link', { name: words.mine.link })).toHaveCount(0);
	});

	await test.step('four weeks after its end everybody reads it', async () => {
		testApp.command('../../tests/journeys/support/endEvaluation', []);
		await as(null);
		await page.goto('/wie-war-es');
		await expect(page.getByRole('heading', { name: PHASE })).toBeVisible();
		await expect(page.getByRole('heading', { name: words.questions.heard })).toBeVisible();
		await expect(page.getByText(fill(words.results.cell, { count: 12, share: percent(1) })).first()).toBeVisible();
		await fine();
	});
});

test('a helper types in what stands on a sheet of paper', async ({ page, as, fine }) => {
	await as('helper');
	await page.goto('/werkstatt/erfassen');
	await page.getByRole('link', { name: t.recording.ways.evaluation }).click();
	await page.getByRole('button', { name: words.paper.save }).click();
	await expect(page.getByRole('alert').first()).toBeVisible();
	await fine();
	await page.getByRole('radiogroup', { name: words.paper.group }).getByRole('radio').first().check();
	for (const question of ['informed', 'heard', 'fair', 'easy', 'again'] as const)
		await page
			.getByRole('radiogroup', { name: words.questions[question] })
			.getByLabel(words.answers.yes, { exact: true })
			.check();
	await page.getByRole('button', { name: words.paper.save }).click();
	await expect(page.getByRole('status')).toHaveText(t.done.evaluationSheetSaved);
	await expect(page.getByText('Sie haben zu dieser Phase 1 Zettel eingetragen.')).toBeVisible();
	await fine();
});
