import { expect } from '@playwright/test';
import { codeAt } from '#lib/server/auth/totp.server.ts';
import { t } from '#lib/texts/texts.ts';
import { test } from '../support/journey.ts';

const words = t.proposals.form;
const BODY = 'Meine Miete ist zweimal gestiegen, und die Heizung geht nicht.';

test('after an error the browser’s arrow leads back to a form that still has everything', async ({ page, as }) => {
	await as('neighbour');
	await page.goto('/beitragen');
	await page.getByLabel(words.body).fill(BODY);
	await page.getByLabel(words.language).selectOption({ label: t.people.languages.tr });
	await page.getByRole('button', { name: words.next, exact: true }).click();
	await expect(page.getByRole('alert')).toBeVisible();
	await expect(page.getByLabel(words.body)).toHaveValue(BODY);

	await page.goBack();
	await expect(page.getByLabel(words.body)).toHaveValue(BODY);
	await expect(page.getByLabel(words.language)).toHaveValue('tr');
});

test('an editor who was signed out writes on after password and second factor', async ({ page, context, testApp }) => {
	const { email, password } = testApp.cast.editor;
	const { staff, enrol } = t.account;
	const enter = async () => {
		await page.getByLabel(staff.email).fill(email);
		await page.getByLabel(staff.password).fill(password);
		await page.getByRole('button', { name: staff.send }).click();
	};
	await page.goto('/werkstatt/aufrufe/2/kopf');
	await enter();
	const secret = ((await page.locator('main code').textContent()) ?? '').replaceAll(' ', '');
	await page.getByLabel(enrol.code).fill(codeAt(secret, new Date().toISOString()));
	await page.getByRole('button', { name: enrol.send }).click();
	await page.getByRole('link', { name: enrol.go }).click();
	await page.goto('/werkstatt/aufrufe/2/kopf');
	const intro = page.locator('[name="intro"]');
	await intro.fill(BODY);

	// The session is over meanwhile; everything else the browser knows is still there.
	const cookies = await context.cookies();
	await context.clearCookies({ name: cookies.find(({ name }) => name.includes('sitzung'))?.name ?? '' });
	await page.getByRole('button', { name: t.calls.workshop.save }).click();
	await page.goto('/werkstatt/aufrufe/2/kopf');
	await enter();
	// One figure of the app is good once: the next half minute's is another.
	const later = new Date(Date.now() + 30_000).toISOString();
	await page.getByLabel(t.account.factor.code).fill(codeAt(secret, later));
	await page.getByRole('button', { name: t.account.factor.send }).click();
	await expect(page).toHaveURL(/aufrufe\/2\/kopf/);
	await expect(page.getByText(t.unsent.again.title)).toBeVisible();
	await expect(intro).toHaveValue(BODY);
});
