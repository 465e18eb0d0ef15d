import { expect } from '@playwright/test';
import { count, t } from '#lib/texts/texts.ts';
import { codeAt } from '#lib/server/auth/totp.server.ts';
import { test } from '../support/journey.ts';

test('an editor sets up a second factor, and comes in again with a recovery code', async ({ page, testApp, fine }) => {
	const { email, password } = testApp.cast.editor;
	const { staff, enrol, factor } = t.account;
	const enter = async () => {
		await page.goto('/werkstatt/entwurf');
		await page.getByLabel(staff.email).fill(email);
		await page.getByLabel(staff.password).fill(password);
		await page.getByRole('button', { name: staff.send }).click();
	};

	await enter();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(enrol.title);
	await fine();
	await page.goto('/werkstatt');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(enrol.title);
	await page.getByLabel(enrol.code).fill('000000');
	await page.getByRole('button', { name: enrol.send }).click();
	await expect(page.getByRole('alert')).toContainText(t.reasons.factorRefused);
	const secret = ((await page.locator('main code').textContent()) ?? '').replaceAll(' ', '');
	await page.getByLabel(enrol.code).fill(codeAt(secret, new Date().toISOString()));
	await page.getByRole('button', { name: enrol.send }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(enrol.doneTitle);
	await fine();
	const recovery = (await page.locator('main code').first().textContent()) ?? '';
	await page.getByRole('link', { name: enrol.go }).click();
	await page.getByRole('button', { name: t.site.signOut.label }).click();

	await enter();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(factor.title);
	await fine();
	await page.getByLabel(factor.code).fill(recovery.toLowerCase());
	await page.getByRole('button', { name: factor.send }).click();
	await expect(page.getByRole('status')).toHaveText(t.done.signedInTeam);
	await expect(page).toHaveURL(/werkstatt\/entwurf/);
	await page.goto('/werkstatt/zugang');
	await expect(page.getByText(count(t.account.access.left, 7))).toBeVisible();
	await fine();
});
