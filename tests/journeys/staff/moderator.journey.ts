import { expect } from '@playwright/test';
import { fill, t } from '#lib/texts/texts.ts';
import { test } from '../support/journey.ts';

const POINT = 'Hilfe, die man versteht und erreicht';

test('a moderator screens, distils three contributions into one point with sources', async ({ page, as, fine }) => {
	await as('moderator');

	await test.step('screens what waits', async () => {
		await page.goto('/werkstatt');
		await fine();
		await page.goto('/werkstatt/eingang');
		await page.getByRole('button', { name: t.moderation.queue.start }).click();
		await expect(page.getByRole('heading', { name: t.moderation.desk.decide })).toBeVisible();
		await page.getByRole('button', { name: t.moderation.desk.publish, exact: true }).click();
		await expect(page.locator('main').getByRole('status')).toHaveText(t.done.subjectPublishedNext);
		await fine();
		await page.getByRole('link', { name: t.moderation.desk.previous }).click();
		await expect(page.locator('main').getByText(t.moderation.states.published).first()).toBeVisible();
	});

	await test.step('distils three contributions into one point', async () => {
		const { bundle, write, desk } = t.strategy;
		await page.goto('/werkstatt/entwurf');
		await page.getByRole('button', { name: desk.start }).click();
		await page.getByRole('link', { name: desk.bundle }).click();
		await page.getByLabel(bundle.filter.show).selectOption({ label: bundle.scopes.all });
		await page.getByRole('button', { name: bundle.filter.apply }).click();
		for (const number of [3, 4, 5]) {
			await page.getByRole('checkbox', { name: new RegExp(`^${fill(t.proposals.number, { number })}\\b`) }).check();
		}
		await fine();
		await page.getByRole('button', { name: bundle.next }).click();
		await expect(page.getByText('Beratungsbus')).not.toHaveCount(0);
		await page.getByLabel(write.field).selectOption({ label: 'Zugang zu Hilfen' });
		await page.getByLabel(write.titleLabel).fill(POINT);
		await page.getByLabel(write.body, { exact: true }).fill('Briefe sind kurz. Beratung kommt zu den Menschen.');
		await fine();
		await page.getByRole('button', { name: write.create }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.pointAdded);
		await fine();
	});

	await test.step('and its sources stand behind it, for the team only so far', async () => {
		await page.goto('/fassungen/2');
		await expect(page.getByRole('heading', { name: POINT }).first()).toBeVisible();
		await page.getByRole('link', { name: fill(t.strategy.document.discuss, { number: 11 }) }).click();
		for (const title of ['Anträge gemeinsam ausfüllen', 'Briefe vom Amt', 'Der Beratungsbus']) {
			await expect(page.getByRole('link', { name: title })).toBeVisible();
		}
		await fine();
		await as(null);
		const response = await page.goto('/punkte/11');
		expect(response?.status()).toBe(404);
	});
});

test('a moderator refuses a contribution, and its author reads why', async ({ page, as, fine }) => {
	await as('moderator');
	await page.goto('/werkstatt/eingang');
	await page.getByRole('button', { name: t.moderation.queue.start }).click();
	await expect(page.getByRole('heading', { name: t.moderation.desk.decide })).toBeVisible();
	await page.getByRole('button', { name: t.moderation.desk.reject, exact: true }).click();
	await expect(page.getByRole('alert')).toContainText(t.forms.groundMissing);
	await fine();
	await page.getByRole('radio', { name: t.moderation.groundLabels.offTopic }).check();
	await page.getByRole('button', { name: t.moderation.desk.reject, exact: true }).click();
	await expect(page.locator('main').getByRole('status')).toHaveText(t.done.subjectRejectedNext);

	await as('neighbour');
	await page.goto('/meine');
	await expect(page.getByText(t.moderation.grounds.offTopic.sentence)).toBeVisible();
	await fine();
	await as(null);
	await page.goto('/moderation');
	await expect(page.getByText(t.moderation.groundLabels.offTopic).first()).toBeVisible();
	await fine();
});
