import { expect } from '@playwright/test';
import { fill, t } from '#lib/texts/texts.ts';
import { startTown } from '../support/server.ts';
import { openMailServer, wordsOf } from '../../support/machine/mailServer.ts';
import { enter, test } from '../support/journey.ts';

const words = t.subscriptions;

test('a resident hears of news by a feed, where nobody can send mail', async ({ page, as, fine, request }) => {
	await as('resident');
	await page.goto('/meine/neu');
	await page.getByRole('link', { name: words.link }).click();
	await expect(page.getByText(t.reasons.noMailHere)).toBeVisible();
	await fine();
	await page.getByRole('button', { name: words.own.makeFeed }).click();
	await expect(page.getByRole('status')).toHaveText(t.done.feedMade);
	const address = (await page.getByRole('link', { name: /neues\.atom/ }).getAttribute('href')) ?? '';
	const path = new URL(address).pathname;
	expect((await request.get(path)).status()).toBe(200);
	await fine();
	await page.getByRole('button', { name: words.own.stopFeed }).click();
	await expect(page.getByRole('status')).toHaveText(t.done.feedStopped);
	expect((await request.get(path)).status()).toBe(410);
});

test('somebody without a card follows a point by mail, says yes, and stops by one press', async ({ browser }) => {
	const mails = await openMailServer();
	const town = await startTown('town', async () => ({ SMTP_URL: mails.url, MAIL_FROM: 'teilhabe@example.org' }));
	const context = await browser.newContext({ baseURL: town.origin, javaScriptEnabled: false });
	const page = await context.newPage();
	try {
		await page.goto('/punkte/1');
		await page.getByRole('link', { name: words.point.link }).click();
		await page.getByLabel(words.form.email).fill('keine Adresse');
		await page.getByRole('button', { name: words.form.send }).click();
		await expect(page.getByRole('alert')).toContainText(t.forms.mailWrong);
		await expect(page.getByLabel(words.form.email)).toHaveValue('keine Adresse');
		await page.getByLabel(words.form.email).fill('otto@example.org');
		await page.getByRole('radio', { name: words.form.rhythms.hourly }).check();
		await page.getByRole('button', { name: words.form.send }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.subscriptionAsked);

		const letter = () => mails.letters.find(({ to }) => to.includes('otto@example.org'));
		await expect.poll(() => letter()?.to.length, { timeout: 60_000 }).toBe(1);
		const link = /http\S+\/nachrichten\/\S+/.exec(wordsOf(letter()?.raw ?? ''))?.[0] ?? '';
		await page.goto(link);
		await page.getByRole('button', { name: words.confirm.yes }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.confirm.running);
		await expect(page.getByText('o…@example.org')).toBeVisible();
		await page.getByRole('button', { name: words.confirm.stop }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.subscriptionStopped);
		expect((await page.goto(link))?.status()).toBe(410);

		await enter(context, town, 'resident');
		await page.goto('/meine/nachrichten');
		await page.getByLabel(words.form.email).fill('maria@example.org');
		await page.getByRole('button', { name: words.form.send }).click();
		const waiting = { address: 'm…@example.org', hours: 48 };
		await expect(page.getByText(fill(words.own.waiting, waiting))).toBeVisible();
	} finally {
		await context.close();
		await town.close();
		mails.close();
	}
});
