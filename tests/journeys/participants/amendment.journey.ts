import { expect } from '@playwright/test';
import { fill, t } from '#lib/texts/texts.ts';
import { leaveOut } from '../support/checks.ts';
import { test } from '../support/journey.ts';

test('an association’s amendment is partly taken over and its author told', async ({ page, as, fine }) => {
	const words = t.amendments;
	await test.step('the association writes another wording', async () => {
		await as('organisation');
		await page.goto('/punkte/1');
		await page.getByRole('link', { name: words.propose }).click();
		await fine();
		await page.getByRole('button', { name: words.form.see }).click();
		await expect(page.getByRole('alert')).toContainText(t.forms.changeReasonMissing);
		await page.getByLabel(words.form.reason).fill('Familien brauchen große Wohnungen.');
		await page
			.getByLabel(words.form.body)
			.fill('Das Land baut mehr geförderte Wohnungen, auch große.\n\n- in jeder Stadt');
		await page.getByRole('button', { name: words.form.see }).click();
		await expect(page.getByText(t.comments.check.unsent)).toBeVisible();
		await expect(page.locator('ins').first()).toContainText('auch große');
		await fine();
	});

	await test.step('going back loses nothing, and looking has sent nothing', async () => {
		await page.getByRole('link', { name: t.proposals.form.back, exact: true }).click();
		await expect(page.getByLabel(words.form.reason)).toHaveValue('Familien brauchen große Wohnungen.');
		await expect(page.getByLabel(words.form.body)).toHaveValue(/auch große/);
		await page.getByRole('button', { name: words.form.see }).click();
		await page.getByRole('button', { name: words.form.send }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.amendmentSent);
		await page.goto('/punkte/1/aendern');
		await expect(page.getByLabel(words.form.reason)).toHaveValue('');
		await page.goto('/meine');
		await expect(page.getByText(fill(words.mine.about, { number: 2, point: 1 }))).toHaveCount(1);
		await fine();
	});

	await test.step('moderation lets it through, a resident supports it', async () => {
		await as('moderator');
		await page.goto('/werkstatt/eingang');
		await page.getByRole('article').filter({ hasText: 'Tafel' }).getByRole('link').click();
		await expect(page).toHaveURL(/\/werkstatt\/eingang\/\w+\/[0-9a-f-]{36}/);
		await fine();
		await page.getByRole('button', { name: t.moderation.desk.publish, exact: true }).click();
		await expect(page.locator('main').getByRole('status')).toContainText('veröffentlicht');
		await as('resident');
		await page.goto('/punkte/1');
		await fine();
		await page.getByRole('article').filter({ hasText: 'große Wohnungen' }).getByRole('link').click();
		await page.getByRole('button', { name: words.page.supportDo }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.amendmentBacked);
		await expect(page.locator('ins').first()).toContainText('auch große');
		await fine();
	});

	await test.step('the editor takes over what can be done, and says what not', async () => {
		await as('editor');
		await page.goto('/werkstatt/entwurf');
		await page.getByRole('button', { name: t.strategy.desk.start }).click();
		await page.getByRole('link', { name: fill(words.desk.link, { count: 2 }) }).click();
		await fine();
		await page.getByRole('article').filter({ hasText: 'große Wohnungen' }).getByRole('link').click();
		await page.getByRole('radio', { name: words.outcomes.partly }).check();
		await page
			.getByLabel(words.form.body)
			.fill('Das Land baut mehr Wohnungen, auch große.\n\n- jedes Jahr\n- in jeder Stadt');
		await page.getByRole('button', { name: words.desk.send }).click();
		await expect(page.getByRole('alert')).toContainText(t.forms.outcomeReason);
		await fine();
		await page.getByLabel(words.desk.reason).fill('»Jedes Jahr« bleibt stehen.');
		await page.getByRole('button', { name: words.desk.send }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.amendmentDecidedNext);
		await leaveOut(page);
		await as('organisation');
		await page.goto('/meine');
		await expect(page.getByText('»Jedes Jahr« bleibt stehen.')).toHaveCount(0);
	});

	await test.step('with the version the association reads what became of it, and everybody where it comes from', async () => {
		for (const [who, button] of [
			['publisher', t.approvals.approve],
			['secondPublisher', fill(t.publishing.publish, { number: 2 })]
		] as const) {
			await as(who);
			await page.goto('/werkstatt/freigabe');
			const unanswered = page.getByRole('checkbox');
			if ((await unanswered.count()) > 0) await unanswered.check();
			await page.getByRole('button', { name: button, exact: true }).click();
		}
		await expect(page.getByRole('status')).toHaveText(t.done.versionPublished);
		await as('organisation');
		await page.goto('/meine');
		await expect(page.getByText('»Jedes Jahr« bleibt stehen.')).toBeVisible();
		await fine();
		await as(null);
		await page.goto('/punkte/1');
		await expect(page.getByText(words.source.heading)).toBeVisible();
		await fine();
	});
});
