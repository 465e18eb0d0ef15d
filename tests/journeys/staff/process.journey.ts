import { expect } from '@playwright/test';
import { fill, t } from '#lib/texts/texts.ts';
import { test } from '../support/journey.ts';

const { desk, fields, questions, history } = t.process;
const seen = t.workshop.preview;

test('an admin changes the process while it runs; what was published stays, and a slip is undone', async ({
	page,
	as,
	fine
}) => {
	await as('admin');
	await page.goto('/werkstatt/verfahren');
	await fine();
	await page.getByLabel(desk.name).fill('Strategie gegen Armut und Ausgrenzung');
	await page.getByLabel(desk.changeable).fill('Was zuerst kommt.');
	const head = page.getByRole('region', { name: desk.wordsHeading });
	await head.getByRole('button', { name: seen.see }).click();
	await expect(page.getByRole('region', { name: seen.title })).toContainText('Was zuerst kommt.');
	await expect(page.getByLabel(desk.changeable)).toHaveValue('Was zuerst kommt.');
	await fine();
	await page.getByRole('button', { name: desk.save }).click();
	await expect(page.getByRole('status')).toHaveText(t.done.processChanged);

	// A field is added, and one about which people wrote is renamed; it cannot be removed.
	await page.getByLabel(fields.name).fill('Gesundheit');
	await page.locator('button[formaction="?/previewField"]').click();
	await expect(page.getByRole('region', { name: seen.title })).toContainText('Gesundheit');
	await expect(page.getByRole('row', { name: /Gesundheit/ })).toHaveCount(0);
	await page.getByRole('button', { name: fields.add }).click();
	await expect(page.getByRole('row', { name: /Gesundheit/ })).toBeVisible();
	await page.getByLabel(fields.name).fill('wohnen');
	await page.getByRole('button', { name: fields.add }).click();
	await expect(page.getByRole('alert').first()).toContainText('gibt es schon');
	await expect(page.getByLabel(fields.name)).toHaveValue('wohnen');
	await page.goto('/werkstatt/verfahren');
	await page.getByRole('link', { name: fill(t.process.changeLabel, { title: 'Wohnen' }) }).click();
	await fine();
	await expect(page.getByRole('button', { name: fields.remove })).toBeHidden();
	await page.getByLabel(fields.name).fill('Wohnen und Heizen');
	await page.getByRole('button', { name: desk.save }).click();
	await page.goto('/fassungen/1');
	await expect(page.getByRole('heading', { name: 'Wohnen', exact: true }).first()).toBeVisible();
	await expect(page.getByText('Wohnen und Heizen')).toBeHidden();
	await page.goto('/');
	await expect(page.getByRole('link', { name: 'Wohnen und Heizen' })).toBeVisible();
	await expect(page.getByText('Was zuerst kommt.')).toBeVisible();
	await fine();

	// Questions.
	await page.goto('/werkstatt/verfahren');
	await page.getByLabel(questions.name, { exact: true }).fill('Was fehlt am meisten?');
	await page.getByRole('button', { name: questions.add }).click();
	await expect(page.getByRole('row', { name: /Was fehlt am meisten/ })).toBeVisible();

	// The slip is undone.
	await page.goto('/werkstatt/verfahren/verlauf');
	await fine();
	const renamed = page.getByRole('article').filter({ hasText: 'Wohnen und Heizen' });
	await renamed.getByRole('button').click();
	await expect(page.getByRole('status')).toHaveText(t.done.processUndone);
	await page.goto('/');
	await expect(page.getByRole('link', { name: 'Wohnen', exact: true })).toBeVisible();
	await page.goto('/werkstatt/verfahren/verlauf');
	await expect(page.getByText(history.title).first()).toBeVisible();
});
