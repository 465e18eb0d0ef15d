import { expect } from '@playwright/test';
import { done } from '#lib/texts/de/done.ts';
import { t } from '#lib/texts/texts.ts';
import { test } from './support/journey.ts';

test('a resident is asked before her text is sent, deletes herself and keeps the text', async ({
	page,
	town,
	as,
	fine
}) => {
	await page.goto('/anmelden');
	await page.getByLabel(t.account.signIn.code).fill(town.facts.freshCode);
	await page.getByRole('button', { name: t.account.signIn.send }).click();

	await test.step('asked once whether a telephone number stays, and what we may do', async () => {
		const words = t.proposals.form;
		await page.goto('/beitragen');
		await page.getByRole('radio', { name: t.proposals.kinds.experience }).check();
		await page.getByLabel(words.field).selectOption({ label: 'Wohnen' });
		await page.getByLabel(words.titleLabel).fill('Drei Jahre ohne Antwort');
		await page.getByLabel(words.body).fill('Rufen Sie an unter 0201 123456. Es hat niemand geantwortet.');
		await page.getByRole('button', { name: words.send }).click();
		await expect(page.getByRole('alert')).toContainText(t.moderation.desk.hintKinds.phone);
		await expect(page.getByRole('alert')).toContainText(t.reasons.consentMissing);
		await fine();
		await page.getByLabel(words.body).fill('Ich habe drei Jahre gewartet. Es hat niemand geantwortet.');
		await page.getByRole('button', { name: words.send }).click();
		await expect(page.getByRole('alert')).toContainText(t.reasons.consentMissing);
		await page.getByRole('checkbox', { name: t.privacy.consents.boxes.evaluate }).check();
		await page.getByRole('checkbox', { name: t.privacy.consents.boxes.publish }).check();
		await page.getByRole('button', { name: words.send }).click();
		await expect(page.getByRole('status')).toHaveText(done.proposalSent);
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
		await expect(page.getByRole('status')).toHaveText(done.goneForGood);
	});

	await test.step('the card opens nothing any more', async () => {
		await page.goto('/anmelden');
		await page.getByLabel(t.account.signIn.code).fill(town.facts.freshCode);
		await page.getByRole('button', { name: t.account.signIn.send }).click();
		await expect(page.getByRole('alert')).toContainText(t.reasons.codeUnknown);
	});

	await test.step('and the text stays with nobody’s name', async () => {
		await as('moderator');
		await page.goto('/werkstatt/eingang');
		await page.getByRole('link', { name: /Drei Jahre ohne Antwort/ }).click();
		await page.getByRole('button', { name: t.moderation.desk.publish, exact: true }).click();
		await as(null);
		await page.goto(address);
		await expect(page.getByText('Ich habe drei Jahre gewartet.')).toBeVisible();
		await expect(page.getByRole('main')).toContainText(t.privacy.nobody);
		await fine();
	});
});
