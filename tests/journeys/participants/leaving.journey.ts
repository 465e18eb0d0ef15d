import { expect } from '@playwright/test';
import { t } from '#lib/texts/texts.ts';
import { allowAll, chooseTopic, giveTitle, goOn, send, writeWords } from '../support/contribute.ts';
import { test } from '../support/journey.ts';

test('a resident is asked before her text is sent, deletes herself and keeps the text', async ({
	page,
	testApp,
	as,
	fine
}) => {
	await page.goto('/anmelden');
	await page.getByLabel(t.account.signIn.code).fill(testApp.facts.freshCode);
	await page.getByRole('button', { name: t.account.signIn.send }).click();

	await test.step('asked once whether a telephone number stays, and what we may do', async () => {
		const words = t.proposals.form;
		await page.goto('/beitragen');
		await writeWords(page, {
			body: 'Rufen Sie an unter 0201 123456. Es hat niemand geantwortet.',
			kind: 'experience'
		});
		await expect(page.getByRole('alert')).toContainText(t.moderation.desk.hintKinds.phone);
		await fine();
		await page.getByLabel(words.body).fill('Ich habe drei Jahre gewartet. Es hat niemand geantwortet.');
		await goOn(page);
		await chooseTopic(page, 'Wohnen');
		await goOn(page);
		await expect(page.getByRole('alert')).toContainText(t.forms.evaluateMissing);
		await fine();
		await allowAll(page);
		await giveTitle(page, 'Drei Jahre ohne Antwort');
		await send(page);
		await expect(page.getByRole('status')).toHaveText(t.done.proposalSent);
	});
	const address = new URL(page.url()).pathname;

	await test.step('goes, in two steps', async () => {
		const words = t.privacy.leave;
		await page.getByRole('link', { name: t.site.ownData.label }).click();
		await fine();
		await page.getByRole('link', { name: words.link }).click();
		await page.getByRole('button', { name: words.next }).click();
		await expect(page.getByRole('alert')).toContainText(t.forms.choose);
		await page.getByRole('radio', { name: words.fates.unlink }).check();
		await page.getByRole('button', { name: words.next }).click();
		await fine();
		await page.getByRole('button', { name: words.send }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.goneForGood);
	});

	await test.step('the card opens nothing any more', async () => {
		await page.goto('/anmelden');
		await page.getByLabel(t.account.signIn.code).fill(testApp.facts.freshCode);
		await page.getByRole('button', { name: t.account.signIn.send }).click();
		await expect(page.getByRole('alert')).toContainText(t.reasons.codeUnknown);
	});

	await test.step('and the text stays with nobody’s name', async () => {
		await as('moderator');
		await page.goto('/werkstatt/eingang');
		await page.getByRole('link', { name: /Drei Jahre ohne Antwort/ }).click();
		await expect(page).toHaveURL(/\/werkstatt\/eingang\/\w+\/[0-9a-f-]{36}/);
		await page.getByRole('button', { name: t.moderation.desk.publish, exact: true }).click();
		await expect(page.locator('main').getByRole('status')).toContainText('veröffentlicht');
		await as(null);
		await page.goto(address);
		await expect(page.getByText('Ich habe drei Jahre gewartet.')).toBeVisible();
		await expect(page.getByRole('main')).toContainText(t.privacy.nobody);
		await fine();
	});
});
