import { expect, type Page } from '@playwright/test';
import { count, fill, t } from '#lib/texts/texts.ts';
import { leaveOut } from '../support/checks.ts';
import { test } from '../support/journey.ts';

test('an editor drafts version 2, a publisher publishes, an older comment is labelled', async ({ page, as, fine }) => {
	await as('editor');
	await test.step('the editor rewords a point', async () => {
		await page.goto('/werkstatt/entwurf');
		await page.getByRole('button', { name: t.strategy.desk.start }).click();
		await fine();
		await page.goto('/werkstatt/entwurf/punkte/1');
		const body = page.getByLabel(t.strategy.write.body, { exact: true });
		await body.fill('Das Land baut bis 2030 jedes Jahr mehr geförderte Wohnungen.');
		await page.getByRole('button', { name: t.strategy.write.save }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.draftChanged);
		await fine();
		await page.goto('/fassungen/2/vergleich');
		await expect(page.getByText('2030').first()).toBeVisible();
		await fine();
	});

	await test.step('the editor answers what is not answered yet', async () => {
		await page.goto('/werkstatt/verbleib');
		await fine();
		await page.getByRole('article').getByRole('heading').getByRole('link').first().click();
		await page.getByRole('radio', { name: t.answers.dispositions.declined }).check();
		await page.getByRole('button', { name: t.answers.work.save }).click();
		await expect(page.getByRole('alert')).toContainText(t.forms.reasonMissing);
		await fine();
		await page.getByLabel(t.answers.work.reason).fill('Das Geld dafür fehlt zurzeit.');
		await page.getByRole('button', { name: t.answers.work.save }).click();
		await expect(page.getByRole('status')).toHaveText(count(t.done.answersSaved, 1));
		await leaveOut(page);
		await page.goto('/werkstatt/freigabe');
		await expect(page.getByRole('button', { name: publishButton })).toHaveCount(0);
	});

	await test.step('two publishers let it out, one alone cannot', async () => {
		await as('publisher');
		await page.goto('/werkstatt/freigabe');
		await fine();
		await page.getByRole('button', { name: t.approvals.approve, exact: true }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.approvalGiven);
		await expect(page.getByRole('button', { name: publishButton })).toHaveCount(0);
		await as('secondPublisher');
		await publish(page);
		await fine();
	});

	await test.step('what was said about version 1 is labelled, not lost', async () => {
		await as(null);
		await page.goto('/punkte/1');
		await expect(page.getByText('2030').first()).toBeVisible();
		const comment = page.getByRole('article').filter({ hasText: 'Der Punkt ist wichtig.' });
		await expect(comment).toContainText(t.comments.olderWording);
		await expect(page.getByText(fill(t.votes.older, { number: 1 }))).toBeVisible();
		await fine();
		await page.goto('/chronik');
		await fine();
	});
});

const publishButton = fill(t.publishing.publish, { number: 2 });

async function publish(page: Page): Promise<void> {
	await page.goto('/werkstatt/freigabe');
	const unanswered = page.getByRole('checkbox');
	if ((await unanswered.count()) > 0) await unanswered.check();
	await page.getByRole('button', { name: publishButton }).click();
	await expect(page.getByRole('status')).toHaveText(t.done.versionPublished);
}
