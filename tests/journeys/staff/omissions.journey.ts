import { expect } from '@playwright/test';
import { fill, t } from '#lib/texts/texts.ts';
import { leaveOut } from '../support/checks.ts';
import { test } from '../support/journey.ts';

test('an editor sees what the draft leaves out, and everybody reads it with the version', async ({
	page,
	as,
	fine
}) => {
	const words = t.omissions;
	await test.step('contributions behind no point stand on the desk', async () => {
		await as('editor');
		await page.goto('/werkstatt/entwurf');
		await page.getByRole('button', { name: t.strategy.desk.start }).click();
		await page.getByRole('link', { name: words.desk.link }).click();
		await expect(page.getByRole('heading', { name: words.title })).toBeVisible();
		await expect(page.getByRole('heading', { name: words.unused.title })).toBeVisible();
		await fine();
	});

	await test.step('of version 1 anybody reads it', async () => {
		await as(null);
		await page.goto('/fassungen/1');
		await page.getByRole('link', { name: words.link }).click();
		await expect(page.getByText(words.dissents.none)).toBeVisible();
		await expect(page.getByText(words.unused.answers)).toBeVisible();
		await fine();
		await page.getByRole('link', { name: words.unused.all }).click();
		await expect(page).toHaveURL(/synopse/);
	});
});

test.describe('a contribution that says something else', () => {
	test.use({ place: 'workshop' });
	const words = t.omissions;
	const { cluster, lead } = t.distillation;
	const SENTENCE = 'Für die Ausnahme auf dem Land reicht das Geld nicht.';
	const publish = fill(t.publishing.publish, { number: 2 });

	test('gets the editors’ sentence, and everybody reads both in the published version', async ({ page, as, fine }) => {
		await test.step('the cluster it lies in becomes a point of the draft', async () => {
			await as('editor');
			await page.goto('/werkstatt/stapel/1');
			await page.locator('summary', { hasText: cluster.change }).click();
			await page.locator('[name="gist"]').fill('Das Land begrenzt die Mieten.');
			await page.getByRole('button', { name: cluster.save, exact: true }).click();
			await page.getByLabel(lead.target).selectOption('new');
			await page.getByRole('button', { name: lead.send }).click();
			await expect(page.getByText(fill(lead.missing, { count: 0 }))).toBeVisible();
		});

		await test.step('the editor says why it stayed out', async () => {
			await page.goto('/werkstatt/entwurf/fehlendes');
			await expect(page.getByRole('heading', { name: words.dissents.title })).toBeVisible();
			const form = page.locator('form[action="?/explain"]').first();
			await form.getByRole('textbox', { name: words.desk.text }).fill(SENTENCE);
			await form.getByRole('button', { name: words.desk.save }).click();
			// A sentence without saying what it is about is kept, and not taken.
			await expect(page.getByRole('alert')).toBeVisible();
			await expect(form.getByRole('textbox', { name: words.desk.text })).toHaveValue(SENTENCE);
			await form.getByRole('combobox').selectOption('declined');
			await form.getByRole('button', { name: words.desk.save }).click();
			await expect(page.getByRole('status')).toHaveText(t.done.omissionExplained);
			await fine();
		});

		await test.step('two publishers let it out', async () => {
			await leaveOut(page);
			await as('publisher');
			await page.goto('/werkstatt/freigabe');
			await page.getByRole('button', { name: t.approvals.approve, exact: true }).click();
			await expect(page.getByRole('status')).toHaveText(t.done.approvalGiven);
			await as('secondPublisher');
			await page.goto('/werkstatt/freigabe');
			const unanswered = page.getByRole('checkbox');
			if ((await unanswered.count()) > 0) await unanswered.check();
			await page.getByRole('button', { name: publish }).click();
			await expect(page.getByRole('status')).toHaveText(t.done.versionPublished);
		});

		await test.step('anybody reads who dissents, and what the editors say to it', async () => {
			await as(null);
			await page.goto('/fassungen/2');
			await page.getByRole('link', { name: words.link }).click();
			const item = page.getByRole('listitem').filter({ hasText: SENTENCE });
			await expect(item).toContainText(/Beitrag 1 sieht es bei Punkt \d+ anders/);
			await expect(item).toContainText(words.ways.declined);
			await fine();
		});
	});
});
