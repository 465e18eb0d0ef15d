import { expect } from '@playwright/test';
import { fill, t } from '#lib/texts/texts.ts';
import { test } from '../support/journey.ts';

const words = t.votes.round;
const THREE_MINUTES = 180_000;

test('a resident votes on ten points in three minutes and changes one', async ({ page, as, fine }) => {
	const began = Date.now();
	await as('resident');
	await page.goto('/');
	await page.getByRole('link', { name: t.start.invitations.vote.label }).click();
	await fine();
	for (let step = 1; step <= 10; step++) {
		await expect(page.getByText(fill(words.step, { step, total: 10 }))).toBeVisible();
		const answer = step % 4 === 0 ? t.votes.choices.pass : t.votes.choices.agree;
		await page.getByRole('button', { name: step === 7 ? words.skip : answer, exact: true }).click();
	}
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.thanks);
	await expect(page.getByText(words.skipped, { exact: true })).toHaveCount(1);
	await fine();

	const first = page.getByRole('main').getByRole('listitem').first();
	await first.getByRole('link', { name: words.changeThis }).click();
	await expect(page.getByText(fill(t.votes.mine, { choice: t.votes.choices.agree }))).toBeVisible();
	await page.getByRole('button', { name: t.votes.choices.disagree }).click();
	await expect(page.getByText(t.votes.choices.disagree, { exact: true })).toHaveCount(1);
	expect(Date.now() - began).toBeLessThan(THREE_MINUTES);
});

test('a vote that does not get through is told, kept and sent again, and counts once', async ({
	page,
	as,
	context,
	javaScriptEnabled
}) => {
	test.skip(javaScriptEnabled === false, 'without scripting the browser itself says that it has no connection');
	await as('resident');
	await page.goto('/abstimmen');
	const question = await page.getByRole('heading', { level: 1 }).textContent();
	await context.setOffline(true);
	await page.getByRole('button', { name: t.votes.choices.agree, exact: true }).click();
	await expect(page.getByRole('status')).toHaveText(words.lost);
	await context.setOffline(false);
	await expect(page.getByText(fill(words.step, { step: 2, total: 10 }))).toBeVisible();
	await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(question ?? '');
	await page.goto('/meine');
	await expect(page.getByText(question ?? '')).toHaveCount(1);
});

test('on a small phone the question and the first answer stand on the first screen, and a changed answer keeps its place', async ({
	page,
	as
}) => {
	const words = t.votes.round;
	await as('resident');
	await page.setViewportSize({ width: 360, height: 640 });
	await page.goto('/abstimmen');
	const head = await page.locator('.site-head').boundingBox();
	expect(head?.height).toBeLessThanOrEqual(120);
	const first = await page.getByRole('button', { name: t.votes.choices.agree, exact: true }).boundingBox();
	expect((first?.y ?? 640) + (first?.height ?? 0)).toBeLessThanOrEqual(640);

	const asked = await page.getByRole('heading', { level: 1 }).textContent();
	await page.getByRole('button', { name: t.votes.choices.agree, exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(asked ?? '');
	await page.getByRole('link', { name: words.stop }).click();
	await expect(page.getByText(t.votes.choices.agree, { exact: true })).toBeVisible();
	await page.getByRole('link', { name: new RegExp(`^${words.changeThis}`) }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(asked ?? '');
	await page.getByRole('button', { name: t.votes.choices.disagree, exact: true }).click();
	await expect(page.getByRole('status').first()).toHaveText(t.done.answerChanged);
	await expect(page.getByText(t.votes.choices.disagree, { exact: true })).toBeVisible();
});
