import { expect, type Page } from '@playwright/test';
import { count, fill, t } from '#lib/texts/texts.ts';
import { leaveOut } from '../support/checks.ts';
import { contribute } from '../support/contribute.ts';
import { test } from '../support/journey.ts';

const OLD = 'In unserem Haus ist seit Wochen die Heizung kaputt. Das ist denen egal.';
/** Made of its first words: nobody has to think of a heading. */
const TITLE = 'In unserem Haus ist seit Wochen die Heizung kaputt';
const NEW = 'In unserem Haus ist seit Wochen die Heizung kaputt. Niemand kommt.';

async function signIn(page: Page, code: string): Promise<void> {
	await page.goto('/anmelden');
	await page.getByLabel(t.account.signIn.code).fill(code);
	await page.getByRole('button', { name: t.account.signIn.send }).click();
	await expect(page.getByRole('status').first()).toHaveText(t.done.signedIn);
}

test('rejected, corrected, published, answered: a resident is told at each signing in, and once', async ({
	page,
	as,
	testApp,
	fine
}) => {
	const { code } = testApp.cast.resident;
	const desk = t.moderation.desk;
	let number = '';

	await test.step('sends a contribution, which is rejected', async () => {
		await as('resident');
		await contribute(page, { body: OLD, kind: 'experience', field: 'Wohnen' });
		await expect(page.getByRole('status')).toHaveText(t.done.proposalSent);
		number = /\d+$/.exec(new URL(page.url()).pathname)?.[0] ?? '';
		await as('moderator');
		await page.goto('/werkstatt/eingang');
		await page.getByRole('link', { name: TITLE }).click();
		await page.getByRole('radio', { name: t.moderation.groundLabels.unclear }).check();
		await page.getByRole('button', { name: desk.reject, exact: true }).click();
		await expect(page.getByRole('status')).toBeVisible();
	});

	await test.step('is told at the next sign-in, and sends the text anew without typing it again', async () => {
		await as(null);
		await signIn(page, code);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.news.title);
		await expect(page.getByText(t.news.lines.decision.reject)).toBeVisible();
		await expect(page.getByRole('heading', { name: testApp.cast.resident.name })).toBeVisible();
		await fine();
		await page.getByRole('link', { name: t.news.open.decision, exact: true }).first().click();
		await page.getByRole('link', { name: t.moderation.edition.linkRejected }).click();
		await expect(page.getByLabel(t.moderation.edition.body)).toHaveValue(OLD);
		await fine();
		await page.getByLabel(t.moderation.edition.body).fill(NEW);
		await page.getByRole('button', { name: t.moderation.edition.resend }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.textChanged);
	});

	await test.step('moderation sees what is different, and publishes it', async () => {
		await as('moderator');
		await page.goto('/werkstatt/eingang');
		await page.getByRole('link', { name: TITLE }).click();
		await expect(page.getByText(t.moderation.edition.desk.was)).toBeVisible();
		await expect(page.locator('ins').first()).toBeVisible();
		await fine();
		await page.getByRole('button', { name: desk.publish, exact: true }).click();
		await expect(page.getByRole('status')).toBeVisible();
	});

	await test.step('editors answer, and the answer goes out with a version', async () => {
		await as('editor');
		await page.goto('/werkstatt/entwurf');
		await page.getByRole('button', { name: t.strategy.desk.start }).click();
		await page.goto('/werkstatt/entwurf/punkte/1');
		const body = page.getByLabel(t.strategy.write.body, { exact: true });
		await body.fill('Das Land baut bis 2030 jedes Jahr mehr geförderte Wohnungen.');
		await page.getByRole('button', { name: t.strategy.write.save }).click();
		await page.goto(`/werkstatt/verbleib/${number}`);
		await page.getByRole('radio', { name: t.answers.dispositions.declined }).check();
		await page.getByLabel(t.answers.work.reason).fill('Die Vermieterin ist zuständig.');
		await page.getByRole('button', { name: t.answers.work.save }).click();
		await expect(page.getByRole('status').filter({ hasText: count(t.done.answersSaved, 1) })).toBeVisible();
		await leaveOut(page);
		await as('publisher');
		await page.goto('/werkstatt/freigabe');
		await page.getByRole('button', { name: t.approvals.approve, exact: true }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.approvalGiven);
		await as('secondPublisher');
		await page.goto('/werkstatt/freigabe');
		const unanswered = page.getByRole('checkbox');
		if ((await unanswered.count()) > 0) await unanswered.check();
		await page.getByRole('button', { name: fill(t.publishing.publish, { number: 2 }) }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.versionPublished);
	});

	await test.step('the resident reads it once; at the next sign-in nothing is told twice', async () => {
		await as(null);
		await signIn(page, code);
		const declined = fill(t.news.lines.answer, { what: t.answers.dispositions.declined });
		await expect(page.getByText(declined)).toBeVisible();
		await expect(page.getByRole('link', { name: t.news.open.version, exact: true }).first()).toBeVisible();
		await fine();
		await page.getByRole('button', { name: t.news.seen }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.news.nothing);
		await page.getByRole('button', { name: t.site.signOut.label }).click();
		await signIn(page, code);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.news.nothing);
		await expect(page.getByText(declined)).toHaveCount(0);
		await fine();
	});
});
