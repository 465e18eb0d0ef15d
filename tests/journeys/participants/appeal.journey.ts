import { expect } from '@playwright/test';
import { t } from '#lib/texts/texts.ts';
import { test } from '../support/journey.ts';

const { appeal, appeals } = t.moderation;
const WHY = 'Kruse ist kein Mensch. So heißt bei uns die Buslinie.';
const SORRY = 'Sie haben recht. Bitte entschuldigen Sie.';

test('a resident finds a redaction and appeals; somebody else decides', async ({ page, as, testApp, fine }) => {
	await as('neighbour');
	await page.goto('/meine');
	await expect(page.getByText(t.moderation.decision.redactSentence).first()).toBeVisible();
	await page.locator(`a[href="/widerspruch/${testApp.facts.decisionId}"]`).click();
	await fine();
	await page.getByRole('button', { name: appeal.send }).click();
	await expect(page.getByRole('alert')).toContainText(t.forms.missing);
	await page.getByLabel(appeal.body).fill(WHY);
	await page.getByRole('button', { name: appeal.send }).click();
	await expect(page.getByRole('status')).toHaveText(t.done.appealFiled);
	await expect(page.getByText(appeal.states.waiting).first()).toBeVisible();

	// Who blackened it does not decide again.
	await as('moderator');
	await page.goto(`/werkstatt/widersprueche/${testApp.facts.decisionId}`);
	await expect(page.getByText(t.reasons.appealOwnDecision)).toBeVisible();
	await as('admin');
	await page.goto('/werkstatt/widersprueche');
	await fine();
	await page.locator(`a[href$="${testApp.facts.decisionId}"]`).click();
	await expect(page.getByText(WHY)).toBeVisible();
	await page.getByRole('radio', { name: appeals.outcomes.granted }).check();
	await page.getByLabel(appeals.reply).fill(SORRY);
	await fine();
	await page.getByRole('button', { name: appeals.send }).click();
	await expect(page.getByRole('status')).toHaveText(t.done.appealDecided);

	await as('neighbour');
	await page.goto('/meine');
	await expect(page.getByText(SORRY)).toBeVisible();
	await page.getByRole('link', { name: 'Der Bus, der nicht kommt' }).click();
	await expect(page.getByText('Die Linie Kruse fährt')).toBeVisible();
	await fine();
});
