import { expect } from '@playwright/test';
import { t } from '#lib/texts/texts.ts';
import { test } from '../support/journey.ts';

test('a resident with a card says "nicht richtig verstanden" and the wording changes', async ({ page, as, fine }) => {
	const words = t.understanding;
	const reword = async (text: string) => {
		await page.goto('/werkstatt/entwurf/punkte/1');
		await page.getByLabel(t.strategy.write.body, { exact: true }).first().fill(text);
		await page.getByRole('button', { name: t.strategy.write.save }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.draftChanged);
	};
	await test.step('the editor writes a new wording and asks the people behind it', async () => {
		await as('editor');
		await page.goto('/werkstatt/entwurf');
		await page.getByRole('button', { name: t.strategy.desk.start }).click();
		await reword('Das Land zahlt einen Zuschuss zum Umzug.');
		await page.goto('/werkstatt/entwurf/verstanden');
		await fine();
		await page.getByRole('button', { name: words.desk.begin }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.roundOpened);
	});

	await test.step('the resident finds it, does not feel understood and says why', async () => {
		await as('neighbour');
		await page.goto('/meine');
		await fine();
		await page.getByRole('link', { name: words.mine.link }).click();
		await expect(page.getByText('Zuschuss zum Umzug')).toBeVisible();
		await page.getByRole('radio', { name: words.answers.wrong }).check();
		await page.getByRole('button', { name: words.page.send }).click();
		await expect(page.getByRole('alert')).toContainText(t.forms.whyMissing);
		await fine();
		await page.getByLabel(words.page.why).fill('Ich will nicht umziehen. Die Miete soll bezahlbar bleiben.');
		await page.getByRole('button', { name: words.page.send }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.understandingSaid);
	});

	await test.step('the editor reads it without a name and changes the wording', async () => {
		await as('editor');
		await page.goto('/werkstatt/entwurf/verstanden');
		await expect(page.getByText('Ich will nicht umziehen.')).toBeVisible();
		await fine();
		await reword('Das Land sorgt dafür, dass die Miete bezahlbar bleibt.');
	});

	await test.step('the resident is asked again and agrees', async () => {
		await as('neighbour');
		await page.goto('/meine/verstanden');
		await expect(page.getByText(words.page.changed)).toBeVisible();
		await page.getByRole('radio', { name: words.answers.right }).check();
		await page.getByRole('button', { name: words.page.send }).click();
		await expect(page.getByText(words.page.said)).toBeVisible();
		await fine();
		await as('editor');
		await page.goto('/werkstatt/entwurf/verstanden');
		await expect(page.getByText('richtig 1', { exact: false }).first()).toBeVisible();
	});
});
