import { expect } from '@playwright/test';
import { t } from '#lib/texts/texts.ts';
import { codeAt } from '#lib/server/auth/totp.server.ts';
import { test } from '../support/journey.ts';

test('an admin invites somebody, who chooses her password and sets up her second factor', async ({
	page,
	testApp,
	as,
	fine
}) => {
	const { team } = t.workshop;
	const { choose, enrol, access } = t.account;
	await as('admin');
	await page.goto('/werkstatt/team');
	await fine();
	await page.getByRole('link', { name: team.invite }).click();
	await fine();
	await page.getByLabel(team.add.name).fill('Robin Neuling');
	await page.getByLabel(team.add.email).fill('robin@ministerium.example');
	await page.getByRole('button', { name: team.add.send }).click();
	await expect(page.getByRole('alert')).toContainText(t.forms.rolesMissing);
	await expect(page.getByLabel(team.add.email)).toHaveValue('robin@ministerium.example');
	await page.getByLabel(t.people.roles.editor).check();
	await page.getByRole('button', { name: team.add.send }).click();
	const address = (await page.locator('main code').first().textContent()) ?? '';
	await fine();
	await page.context().clearCookies();

	await page.goto(testApp.origin + new URL(address).pathname);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(choose.invited);
	await fine();
	const both = async (password: string) => {
		await page.getByLabel(choose.password, { exact: true }).fill(password);
		await page.getByLabel(choose.again).fill(password);
		await page.getByRole('button', { name: choose.send }).click();
	};
	await both('robin neuling');
	await expect(page.getByRole('alert')).toContainText('robin');
	await both('vier kleine Igel tanzen');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(enrol.title);
	const secret = ((await page.locator('main code').textContent()) ?? '').replaceAll(' ', '');
	await page.getByLabel(enrol.code).fill(codeAt(secret, new Date().toISOString()));
	await page.getByRole('button', { name: enrol.send }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(enrol.doneTitle);

	await page.goto('/werkstatt/zugang');
	await fine();
	await page.getByLabel(access.former).fill('vier kleine Igel tanzen');
	await page.getByLabel(choose.password, { exact: true }).fill('lila Regen im Schuhkarton');
	await page.getByLabel(choose.again).fill('lila Regen im Schuhkarton');
	await page.getByRole('button', { name: access.change }).click();
	await expect(page.getByRole('status')).toHaveText(t.done.passwordChanged);

	await page.goto(testApp.origin + new URL(address).pathname);
	await expect(page.locator('main')).toContainText(t.reasons.linkOver);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.failures.linkSpent.title);
	await page.getByRole('link', { name: t.failures.linkSpent.next[0]?.label }).click();
	await expect(page).toHaveURL(/\/anmelden\/team\/vergessen$/);
});
