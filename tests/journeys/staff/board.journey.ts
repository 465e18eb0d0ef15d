import { expect } from '@playwright/test';
import { t } from '#lib/texts/texts.ts';
import { DISSENT } from '../support/seed/seed.board.ts';
import { test } from '../support/journey.ts';

test('a resident joins the board by a link, dissents, and everybody reads why on the first page', async ({
	page,
	as,
	fine
}) => {
	const words = t.board;
	let link = '';
	await test.step('the admin makes an invitation; it is shown once', async () => {
		await as('admin');
		await page.goto('/werkstatt/beirat');
		await fine();
		await page.getByRole('button', { name: words.desk.invite, exact: true }).click();
		link = new URL((await page.locator('code').first().textContent()) ?? '').pathname;
		await fine();
		await page.goto('/werkstatt/beirat');
		await expect(page.getByText(link)).toHaveCount(0);
	});

	await test.step('the resident joins with a card of their own', async () => {
		await as('resident');
		await page.goto(link);
		await fine();
		await page.getByRole('button', { name: words.join.join }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.boardJoined);
		await expect(page.getByText(words.page.empty)).toBeVisible();
		await fine();
	});

	await test.step('the editor writes, the publisher puts the draft before the board', async () => {
		await as('editor');
		await page.goto('/werkstatt/entwurf');
		await page.getByRole('button', { name: t.strategy.desk.start }).click();
		await as('publisher');
		await page.goto('/werkstatt/beirat');
		await page.getByRole('button', { name: words.desk.begin }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.boardAsked);
		await fine();
	});

	await test.step('the resident reads it, and needs a reason to dissent', async () => {
		await as('resident');
		await page.goto('/meine');
		await page.getByRole('link', { name: words.mine.link }).click();
		await fine();
		await page.getByRole('radio', { name: words.choices.dissent }).check();
		await page.getByRole('button', { name: words.page.send }).click();
		await expect(page.getByRole('alert')).toContainText(t.forms.dissentMissing);
		await page.getByLabel(words.page.reason).fill('Rufen Sie an: 0201 123456');
		await page.getByRole('button', { name: words.page.send }).click();
		await expect(page.getByRole('alert')).toContainText('0201 123456');
		await page.getByLabel(words.page.reason).fill('Es steht nicht da, ab wann das gilt.');
		await page.getByRole('button', { name: words.page.send }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.boardSpoken);
		await fine();
	});

	await test.step('the publisher reads it without a name', async () => {
		await as('publisher');
		await page.goto('/werkstatt/freigabe');
		await expect(page.getByText('Es steht nicht da, ab wann das gilt.')).toBeVisible();
		await fine();
		await page.getByRole('link', { name: t.publishing.mend.board }).click();
		await expect(page.getByText('Es steht nicht da, ab wann das gilt.')).toBeVisible();
		await fine();
	});

	await test.step('of the version that is out, everybody reads the dissent first', async () => {
		await as(null);
		await page.goto('/fassungen/1');
		await expect(page.getByText(DISSENT).first()).toBeVisible();
		await fine();
		await page.getByRole('link', { name: words.shown.link }).first().click();
		await expect(page.getByRole('heading', { name: words.shown.heading })).toBeVisible();
	});
});
