import { expect, type Page } from '@playwright/test';
import { fill, t } from '#lib/texts/texts.ts';
import { leaveOut } from '../support/checks.ts';
import { test } from '../support/journey.ts';

test.use({ place: 'desk' });

const words = t.representation;
const { hand, cluster, lead } = t.distillation;
const REASON = 'Die Busse bestellt der Kreis, nicht das Land.';

/** Whom a resident supports who finds nothing of hers in the draft so far; and the concern that comes into it first. */
const [BUS, HEATING] = ['Anliegen 1', 'Anliegen 6'];

async function addressOf(page: Page, title: string): Promise<string> {
	await page.goto('/beitraege?q=Anliegen');
	return (await page.getByRole('link', { name: title, exact: true }).getAttribute('href')) ?? '';
}

async function support(page: Page): Promise<void> {
	await page.goto(await addressOf(page, BUS));
	await page.getByRole('button', { name: t.proposals.support, exact: true }).click();
	await expect(page.getByRole('button', { name: t.proposals.unsupport })).toBeVisible();
}

async function gather(page: Page, contribution: string, title: string): Promise<void> {
	await page.goto((await addressOf(page, contribution)).replace('/beitraege', '/werkstatt/verteilen'));
	await page.getByRole('textbox', { name: hand.newTitle }).fill(title);
	await page.getByRole('button', { name: hand.send, exact: true }).click();
	await expect(page.locator('main').getByText(/liegt jetzt in Stapel \d+\./)).toBeVisible();
}

/** On the page of a cluster: it becomes a point of the draft. */
async function takeIn(page: Page): Promise<void> {
	await page.locator('summary', { hasText: cluster.change }).click();
	await page.locator('[name="gist"]').fill('Das Land hilft dabei.');
	await page.getByRole('button', { name: cluster.save, exact: true }).click();
	await expect(page.locator('.gist')).toBeVisible();
	await page.getByLabel(lead.target).selectOption('new');
	await page.getByRole('button', { name: lead.send }).click();
	await expect(page.getByText(fill(lead.missing, { count: 0 }))).toBeVisible();
}

const look = (page: Page) => page.goto('/werkstatt/vertretung');
const missing = (page: Page) => page.getByRole('heading', { level: 3 }).getByRole('link', { name: /: Bus$/ });

async function leaveOutBus(page: Page, as: (who: 'resident' | 'editor') => Promise<void>): Promise<void> {
	await as('resident');
	await support(page);
	await as('editor');
	await gather(page, BUS, 'Bus');
	await gather(page, HEATING, 'Heizung');
	await page.goto('/werkstatt/entwurf');
	await page.getByRole('button', { name: t.strategy.desk.start }).click();
	await page.goto('/werkstatt/stapel?q=Heizung');
	await page.getByRole('link', { name: 'Heizung' }).click();
	await takeIn(page);
}

test('an editor sees whom the draft leaves out, takes a cluster in, the audit turns', async ({ page, as, fine }) => {
	await as('editor');
	await look(page);
	await expect(page.getByText(t.publishing.noDraft)).toBeVisible();
	await leaveOutBus(page, as);

	await page.goto('/werkstatt/entwurf');
	await page.getByRole('link', { name: words.desk.link }).click();
	await expect(missing(page)).toBeVisible();
	await expect(page.getByText(words.violations.unexplained)).toBeVisible();
	await fine();

	await missing(page).click();
	await takeIn(page);
	await look(page);
	await expect(page.getByText(words.desk.none)).toBeVisible();
	await expect(missing(page)).toHaveCount(0);
	await fine();
});

test('a publisher justifies a violation, and everybody reads why', async ({ page, as, fine }) => {
	await leaveOutBus(page, as);
	await leaveOut(page);

	await test.step('without a reason nothing goes out', async () => {
		await page.goto('/werkstatt/freigabe');
		await expect(page.getByText(words.violations.unexplained)).toBeVisible();
		await expect(page.getByRole('button', { name: words.gate.save })).toHaveCount(0);
		await as('publisher');
		await page.goto('/werkstatt/freigabe');
		await expect(page.getByRole('button', { name: t.approvals.approve, exact: true })).toHaveCount(0);
		await fine();
	});

	await test.step('the publisher says why', async () => {
		await page.getByRole('button', { name: words.gate.save }).click();
		await expect(page.getByRole('alert')).toContainText(t.reasons.justificationMissing);
		await page.getByLabel(fill(words.gate.label, { title: 'Bus' })).fill(REASON);
		await page.getByRole('button', { name: words.gate.save }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.violationJustified);
		await page.getByRole('button', { name: t.approvals.approve, exact: true }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.approvalGiven);
	});

	await test.step('another one lets it out, and everybody reads whom it stands for', async () => {
		await as('secondPublisher');
		await page.goto('/werkstatt/freigabe');
		const unanswered = page.getByRole('checkbox');
		if ((await unanswered.count()) > 0) await unanswered.check();
		await page.getByRole('button', { name: fill(t.publishing.publish, { number: 2 }) }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.versionPublished);
		await as(null);
		await page.goto('/fassungen/2');
		await page.getByRole('link', { name: words.link }).click();
		await expect(page.getByText(fill(words.violations.why, { reason: REASON }))).toBeVisible();
		await expect(page.getByText(words.unseen.text)).toBeVisible();
		await fine();
		await page.goto('/fassungen/1/vertretung');
		await fine();
	});
});
