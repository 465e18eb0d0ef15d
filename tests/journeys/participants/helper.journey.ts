import { expect } from '@playwright/test';
import { count, t } from '#lib/texts/texts.ts';
import { test } from '../support/journey.ts';

const { desk } = t.workshops;
const words = t.recording;

test('a helper enters a workshop of eight contributions and a show of hands from paper in one go', async ({
	page,
	as,
	fine
}) => {
	await as('helper');

	await test.step('the meeting itself', async () => {
		await page.goto('/werkstatt/treffen');
		await page.getByLabel(desk.label).fill('Abend im Stadtteilladen');
		await page.getByLabel(desk.group).selectOption('affected');
		await page.getByLabel(desk.people).fill('12');
		await page.getByLabel(desk.minutes, { exact: false }).fill('Was fehlt? Zeit, Geld, jemand, der zuhört.');
		await page.getByRole('button', { name: desk.open }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.workshopOpened);
		await fine();
	});

	await test.step('eight sheets, one of them without consent', async () => {
		await page.getByRole('link', { name: desk.record }).click();
		await expect(page.getByLabel(words.form.channel)).toHaveValue('workshop');
		for (let sheet = 1; sheet <= 8; sheet++) {
			await page.locator(`#f-kind-${sheet}`).selectOption('proposal');
			await page.locator(`#f-field-${sheet}`).selectOption('wohnen');
			await page.locator(`#f-title-${sheet}`).fill(`Vom Blatt ${sheet}`);
			await page.locator(`#f-body-${sheet}`).fill('Die Miete ist zu hoch. Das sagen hier alle.');
			if (sheet !== 5) await page.locator(`#f-consent-${sheet}`).check();
		}
		await page.getByRole('button', { name: words.form.sendPile }).click();
		await expect(page.getByRole('alert')).toContainText(t.forms.consentMissing);
		await expect(page.getByText(/^Bogen \d als Beitrag/)).toHaveCount(7);
		await expect(page.locator('#f-title-5')).toHaveValue('Vom Blatt 5');
		await expect(page.locator('#f-title-4')).toHaveValue('');
		await fine();
		await page.locator('#f-consent-5').check();
		await page.getByRole('button', { name: words.form.sendPile }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.sheetsSaved);
		await expect(page.getByText(/Vom Blatt \d/)).toHaveCount(8);
	});

	await test.step('the hands', async () => {
		await page.locator('#f-point-1').selectOption('1');
		for (const [part, value] of Object.entries({ agree: '9', pass: '1', disagree: '5' })) {
			await page.locator(`#f-${part}-1`).fill(value);
		}
		await page.getByRole('button', { name: t.hands.form.send }).click();
		await expect(page.getByRole('alert')).toContainText('mehr Hände');
		await page.locator('#f-disagree-1').fill('2');
		await page.getByRole('button', { name: t.hands.form.send }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.handsCounted);
		await fine();
	});
});

test('what a helper writes down goes over to the person with her card', async ({ page, as, fine }) => {
	await as('helper');
	await page.goto('/werkstatt/erfassen');
	await page.getByLabel(words.form.channel).selectOption('conversation');
	await page.getByLabel(words.form.place, { exact: true }).fill('Tagestreff');
	await page.getByLabel(words.form.group).selectOption('affected');
	await page.getByLabel(words.form.kind).selectOption('experience');
	await page.getByLabel(words.form.field).selectOption('wohnen');
	await page.getByLabel(words.form.titleLabel).fill('Zwei Winter draußen');
	await page.getByLabel(words.form.body, { exact: true }).fill('Ich habe zwei Winter draußen geschlafen.');
	await page.getByRole('checkbox', { name: words.consentText }).check();
	await page.getByRole('checkbox', { name: words.form.readBackYes }).check();
	await page.getByRole('button', { name: words.form.send }).click();
	const code = await page.locator('.one-code').innerText();
	// The next sheet is there, with what stays the same, and the keyboard stands where it differs.
	await expect(page.getByLabel(words.form.place, { exact: true })).toHaveValue('Tagestreff');
	await expect(page.getByLabel(words.form.titleLabel)).toHaveValue('');
	await expect(page.getByLabel(words.form.kind)).toBeFocused();
	await fine();

	await as(null);
	await page.goto('/uebernehmen');
	await fine();
	await page.getByLabel(words.takeOver.code).fill(code);
	await page.getByRole('button', { name: words.takeOver.send }).click();
	await expect(page.getByRole('status')).toHaveText(t.done.takenOver);
	await page.getByRole('link', { name: 'Zwei Winter draußen' }).click();
	await expect(page.getByText('im Gespräch, vorgelesen und bestätigt')).toBeVisible();
	await page.goto('/meine');
	await page.getByRole('link', { name: t.proposals.own.title }).click();
	await page.getByRole('button', { name: t.proposals.own.button }).click();
	await expect(page.getByRole('status')).toHaveText(t.done.proposalWithdrawn);
	await expect(page.getByText(t.proposals.own.gone)).toBeVisible();
	await fine();
});

test('a helper types in the votes of two people from paper, with the keyboard only', async ({ page, as, fine }) => {
	const sheet = t.votes.sheet;
	const press = (key: string) => page.keyboard.press(key);
	/** On with the tabulator until the keyboard stands in this field. */
	const to = async (name: string) => {
		for (let step = 0; step < 80; step++) {
			if ((await page.evaluate(() => document.activeElement?.getAttribute('name'))) === name) return;
			await press('Tab');
		}
		throw new Error(`the tabulator never comes to ${name}`);
	};
	const vote = async (letters: string) => {
		await to('choice-1');
		await page.keyboard.type(letters);
		await to('consent');
		await press('Space');
		// A form is sent from any of its lines.
		await to('readBack');
		await press('Tab');
		await press('Enter');
	};
	await as('helper');
	await page.goto('/werkstatt/erfassen/stimmen');
	await to('channel');
	await page.keyboard.type('Pap');
	await to('place');
	await page.keyboard.type('Tagestreff');
	await to('group');
	await press('ArrowDown');
	await fine();
	await vote('Sti');
	const code = await page.locator('.one-code').innerText();
	await expect(page.getByRole('status').first()).toContainText(count(sheet.saved, 1));
	await expect(page.getByLabel(words.form.place, { exact: true })).toHaveValue('Tagestreff');
	expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toMatch(/^choice-/);
	await vote('Wei');
	await expect(page.locator('.one-code')).not.toHaveText(code);
	await fine();

	await as(null);
	await page.goto('/anmelden');
	await page.getByLabel(t.account.signIn.code).fill(code);
	await page.getByRole('button', { name: t.account.signIn.send }).click();
	await page.goto('/meine');
	await expect(page.getByText(t.votes.recorded)).toBeVisible();
	await fine();
});
