import { expect, type Page } from '@playwright/test';
import { fill, t } from '#lib/texts/texts.ts';
import { startProvider, type TestProvider } from '../../support/machine/provider.ts';
import { test as base } from '../support/journey.ts';
import { startTown } from '../support/server.ts';

const NAME = 'Landeskonto';
const words = t.account.provider;
const SUB = 'moderatorin-17';

const test = base.extend<{ there: TestProvider }>({
	// The two have to know each other's address before either begins.
	there: async ({ testApp: _ }, use) => use(started),
	testApp: async ({ place }, use) => {
		const more = async (origin: string) => {
			started = await startProvider(origin);
			return { ...started.settings, OIDC_NAME: NAME, STAFF_PASSWORDS: '0' };
		};
		const testApp = await startTown(place, more);
		await use(testApp);
		await testApp.close();
		await started.close();
	}
});
let started: TestProvider;

const button = (page: Page) => page.getByRole('link', { name: fill(words.button, { name: NAME }) });

/** The provider's own page for signing in. */
async function signInThere(page: Page): Promise<void> {
	await page.locator('input[name=login]').fill(SUB);
	await page.locator('input[name=password]').fill('was auch immer');
	await page.locator('button[type=submit]').first().click();
}

test('a moderator comes in through the provider, until she has no role there any more', async ({
	page,
	browser,
	testApp,
	there,
	fine
}) => {
	const { name, email } = testApp.cast.moderator;
	const member = { sub: SUB, name, email, email_verified: true };
	there.members.set(SUB, { ...member, roles: ['mags-moderation'] });
	const queue = t.moderation.queue;

	await test.step('she gives up at first, and is told', async () => {
		await page.goto('/werkstatt/eingang');
		await expect(button(page)).toBeVisible();
		await expect(page.locator('input[type=password]')).toHaveCount(0);
		await fine();
		await button(page).click();
		await page.getByText('Cancel').click();
		await expect(page.getByRole('alert')).toContainText(t.reasons.providerDenied);
		await fine();
	});

	await test.step('and comes in, to the page she wanted', async () => {
		await button(page).click();
		await signInThere(page);
		await expect(page.getByRole('status')).toHaveText(t.done.signedInTeam);
		await expect(page).toHaveURL(/\/werkstatt\/eingang\?ok=signedInTeam/);
		expect(page.url()).not.toContain('code=');
		await fine();
	});

	await test.step('what she was writing when her session ended stands in the form again', async () => {
		await page.getByRole('button', { name: queue.start }).click();
		await expect(page).toHaveURL(/\/werkstatt\/eingang\/\w+\/[0-9a-f-]{36}/);
		const { pathname } = new URL(page.url());
		const note = page.locator('textarea[name=note]').first();
		await note.fill('Bitte ohne den Namen der Sachbearbeiterin.');
		await page.context().clearCookies({ name: 'sitzung' });
		await page.getByRole('button', { name: t.moderation.desk.reject, exact: true }).click();
		await page.getByRole('link', { name: t.site.lost.again }).click();
		await button(page).click();
		await expect(page).toHaveURL((url) => url.pathname === pathname);
		await expect(note).toHaveValue('Bitte ohne den Namen der Sachbearbeiterin.');
	});

	const elsewhere = await (await browser.newContext({ baseURL: testApp.origin })).newPage();
	await test.step('she signs out here, and there: then she is out on her other device, too', async () => {
		await elsewhere.goto('/werkstatt');
		await button(elsewhere).click();
		await signInThere(elsewhere);
		await expect(elsewhere).toHaveURL(/\/werkstatt\?ok=/);
		await page.goto('/abmelden');
		await page.locator('main').getByRole('button', { name: t.account.signOut.send }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.outTitle);
		await fine();
		await elsewhere.goto('/werkstatt');
		await expect(elsewhere, 'signing out here ends this session only').toHaveURL(/\/werkstatt$/);
		await page.getByRole('link', { name: fill(words.outThere, { name: NAME }) }).click();
		await page.locator('button[name=logout]').click();
		await expect(page).toHaveURL(`${testApp.origin}/`);
		await elsewhere.goto('/werkstatt');
		await expect(elsewhere, 'signing out there ends all').toHaveURL(/\/anmelden\/team/);
	});

	await test.step('she loses her role there, and does not come in again', async () => {
		there.members.set(SUB, { ...member, roles: [] });
		await page.goto('/werkstatt');
		await button(page).click();
		await signInThere(page);
		await expect(page.getByRole('alert')).toContainText(t.reasons.providerWithoutRole);
		await fine();
		await page.goto('/werkstatt');
		await expect(page).toHaveURL(/\/anmelden\/team\?/);
	});

	await test.step('the provider is away: the operator lets her in with a password for a day', async () => {
		await there.close();
		testApp.command('staff', ['recover', email]);
		// What another process has changed is seen within a second or two.
		await expect(async () => {
			await page.reload();
			await expect(page.getByRole('heading', { name: words.recoveryHeading })).toBeVisible({ timeout: 500 });
		}).toPass({ timeout: 15_000 });
		await fine();
		await page.getByLabel(t.account.staff.email).fill(email);
		await page.locator('input[name=password]').fill(testApp.cast.moderator.password);
		await page.getByRole('button', { name: t.account.staff.send, exact: true }).click();
		await expect(page.getByRole('alert'), 'she still has no role').toContainText(t.reasons.accountWithoutRole);
	});
});
