import { expect, type Page } from '@playwright/test';
import { fill, t } from '#lib/texts/texts.ts';
import { leaveOut } from '../support/checks.ts';
import { goOn, send } from '../support/contribute.ts';
import { askingWith, youth } from '../support/journey.ts';
import type { YouthTown } from '../support/server.ts';
import { YOUTH_GROUPS } from '../support/seed/seed.youth.ts';

/** Words of the process that is shipped as the first, and nobody should read here. */
const FOREIGN = /Armut|Betroffene|Landtag|Ministerium|Jobcenter|NRW/;
const POINT = { title: 'Räume, die offen sind', body: 'Die Stadt öffnet den Treff bis 22 Uhr.' };

/** Of those who vote, two come with their card and press the buttons; the others did so before, and send what theirs sends. */
const CHOICES = { youth: 'agree', adults: 'disagree' } as const;

youth.setTimeout(300_000);
youth(
	'a youth strategy with two groups: card, contribution, a version by two people, votes, the result, and no call',
	async ({ page, youthTown, as, fine }) => {
		const { codes } = youthTown.facts;

		await youth.step('somebody comes with a card and says something', async () => {
			await page.goto('/');
			await expect(page.locator('main')).toContainText('Jugendstrategie Neudorf');
			await fine();
			await comeIn(page, codes.youth[0] ?? '');
			await page.goto('/beitragen');
			await fine();
			// The process says »du«: fields are found by what they hold.
			await page.locator('[name="body"]').fill('Wir brauchen einen Raum, der am Abend offen ist.');
			await page.locator('[name="kind"][value="proposal"]').check();
			await goOn(page);
			await page.locator('[name="field"]').selectOption({ label: 'Treffpunkte' });
			await goOn(page);
			for (const consent of ['evaluate', 'publish'])
				await page.locator(`[name="consents"][value="${consent}"]`).check();
			await goOn(page);
			await fine();
			await send(page);
			await expect(page.getByRole('status').first()).toContainText('Dein Beitrag ist angekommen');
		});

		await youth.step('it is read, answered, and stands behind a point', async () => {
			await as('editor');
			await page.goto('/werkstatt/eingang');
			// As text first: where it is missing, the failure shows what stood there instead.
			await expect(page.locator('main')).toContainText(t.moderation.queue.start);
			await page.getByRole('button', { name: t.moderation.queue.start }).click();
			await page.getByRole('button', { name: t.moderation.desk.publish, exact: true }).click();
			await expect(page.getByRole('status').first()).toBeVisible();
			await page.goto('/beitraege/1');
			await expect(page.locator('main')).toContainText('Jugendliche');
			await fine();
			await draft(page);
		});

		await youth.step('two people let the version out', async () => {
			const publish = page.getByRole('button', { name: fill(t.publishing.publish, { number: 1 }) });
			await as('publisher');
			await page.goto('/werkstatt/freigabe');
			await page.getByRole('button', { name: t.approvals.approve, exact: true }).click();
			await expect(publish).toHaveCount(0);
			await as('secondPublisher');
			await page.goto('/werkstatt/freigabe');
			await publish.click();
			await expect(page.getByRole('status')).toHaveText(t.done.versionPublished);
			await as(null);
			await page.goto('/fassungen/1');
			await expect(page.locator('main')).toContainText(POINT.body);
			await fine();
		});

		await youth.step('both groups vote, each as its own', async () => {
			// Results go out once an hour, looked for every two minutes: not in the middle of these votes.
			await youthTown.restart();
			for (const group of YOUTH_GROUPS) {
				await Promise.all(youthTown.facts.came[group].map((cookie) => voteAs(youthTown, cookie, CHOICES[group])));
				for (const code of codes[group]) await voteInBrowser(page, code, CHOICES[group]);
			}
			await fine();
		});

		await youth.step('the result says where they differ, and that all comes without a call', async () => {
			// What comes every two minutes comes at once after a start.
			await youthTown.restart();
			await as(null);
			await expect(async () => {
				await page.goto('/ergebnisse');
				await expect(page.locator('#strittig')).toBeVisible({ timeout: 1_000 });
			}).toPass();
			await expect(page.locator('main')).toContainText(POINT.title);
			await page.goto('/punkte/1');
			for (const name of ['Jugendliche', 'Fachkräfte']) await expect(page.locator('main')).toContainText(name);
			await fine();
			for (const path of ['/ergebnisse', '/aufrufe', '/chronik', '/beitraege/1', '/']) {
				await page.goto(path);
				await expect(page.locator('main')).not.toContainText(FOREIGN);
				await fine();
			}
			await page.goto('/aufrufe');
			await expect(page.locator('main')).toContainText(t.calls.emptyTitle);
		});
	}
);

async function comeIn(page: Page, code: string): Promise<void> {
	await page.context().clearCookies();
	await page.goto('/anmelden');
	await page.locator('[name="code"]').fill(code);
	await page.locator('main form button').first().click();
	await expect(page.getByRole('status').first()).toBeVisible();
}

async function draft(page: Page): Promise<void> {
	const { desk, write } = t.strategy;
	await page.goto('/werkstatt/entwurf');
	await page.getByRole('button', { name: desk.start }).click();
	await page.getByRole('link', { name: desk.addPoint }).click();
	await page.getByLabel(write.titleLabel).fill(POINT.title);
	await page.getByLabel(write.body, { exact: true }).fill(POINT.body);
	await page.getByLabel(write.field).selectOption({ label: 'Treffpunkte' });
	await page.locator('[name="from"]').fill('1');
	await page.getByRole('button', { name: write.create }).click();
	await expect(page.getByRole('status')).toHaveText(t.done.pointAdded);
	await page.goto('/werkstatt/verbleib/1');
	await page.getByRole('radio', { name: t.answers.dispositions.adopted, exact: true }).check();
	await page.getByLabel(t.answers.work.reason).fill('Das steht so in der Strategie.');
	await page.getByRole('button', { name: t.answers.work.save, exact: true }).click();
	await leaveOut(page);
}

async function voteInBrowser(page: Page, code: string, choice: string): Promise<void> {
	await comeIn(page, code);
	await page.goto('/punkte/1');
	await page.locator(`button[name="choice"][value="${choice}"]`).click();
	await expect(page.getByRole('status').first()).toBeVisible();
}

async function voteAs({ origin }: YouthTown, cookie: { name: string; value: string }, choice: string): Promise<void> {
	const phone = await askingWith(origin, cookie);
	const shown = await (await phone.get(`${origin}/punkte/1`)).text();
	const wording = /name="wording" value="([0-9a-f-]{36})"/.exec(shown)?.[1] ?? '';
	// As a browser without scripting sends it.
	const sent = { form: { choice, wording }, headers: { accept: 'text/html' }, maxRedirects: 0 };
	const voted = await phone.post(`${origin}/punkte/1?/vote`, sent);
	expect(voted.status()).toBe(303);
	await phone.dispose();
}
