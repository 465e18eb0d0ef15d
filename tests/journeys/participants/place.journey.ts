import { expect, type Page } from '@playwright/test';
import { fill, t } from '#lib/texts/texts.ts';
import { euros } from '#lib/thanks/euros.ts';
import { test } from '../support/journey.ts';

const cards = t.workshop.cards;
const desk = t.thanks.desk;

const places = t.workshop.places;
const PLACE = 'Tagestreff Sonnenplatz';

/** A new place, and who works there. */
async function open(page: Page, team: readonly string[]): Promise<void> {
	await page.goto('/werkstatt/orte');
	await page.getByLabel(places.name, { exact: true }).fill(PLACE);
	await page.getByLabel(places.code).fill('SON');
	await page.getByRole('button', { name: places.create }).click();
	await page.goto('/werkstatt/orte');
	await page.getByRole('link', { name: PLACE }).click();
	for (const name of team) {
		await page.getByLabel(places.joinLabel).selectOption({ label: name });
		await page.getByRole('button', { name: places.join, exact: true }).click();
		await expect(page.getByRole('button', { name: fill(places.leave, { name }) })).toBeVisible();
	}
}

async function signIn(page: Page, code: string): Promise<void> {
	await page.goto('/anmelden');
	await page.getByLabel(t.account.signIn.code).fill(code);
	await page.getByRole('button', { name: t.account.signIn.send }).click();
}

test('a colleague of the same place replaces a lost card, and her texts are still hers', async ({
	page,
	testApp,
	as,
	fine
}) => {
	let code = '';
	let number = '';
	await test.step('two helpers work at one place', async () => {
		await as('admin');
		await open(page, [testApp.cast.helper.name, testApp.cast.everything.name]);
		await fine();
	});

	await test.step('one gives out cards; a resident comes in with one', async () => {
		await as('helper');
		await page.goto('/werkstatt/karten');
		await page.getByLabel(cards.form.label).fill('Frühstück am Platz');
		await page.getByLabel(cards.form.size).fill('2');
		await page.getByRole('button', { name: cards.form.send }).click();
		code = await page.locator('.code-card code').first().innerText();
		number = ((await page.locator('.code-card p').first().textContent()) ?? '').replace('Karte ', '').trim();
		await as(null);
		await signIn(page, code);
		await expect(page.getByRole('status').first()).toHaveText(t.done.signedIn);
	});

	await test.step('she loses it on the day of the colleague', async () => {
		await as('everything');
		await page.goto('/werkstatt/karten');
		await page.getByRole('link', { name: 'Frühstück am Platz' }).click();
		await page.getByLabel(cards.batch.numberLabel).first().fill(number);
		await page.getByRole('button', { name: cards.batch.lookUp }).click();
		await page.getByRole('button', { name: cards.batch.replace }).click();
		const [fresh = ''] = await page.locator('.code-card code').allTextContents();
		expect(fresh).not.toBe(code);
		await fine();
		await as(null);
		await signIn(page, code);
		await expect(page.getByRole('status').filter({ hasText: t.done.signedIn })).toHaveCount(0);
		await signIn(page, fresh);
		await expect(page.getByRole('status').first()).toHaveText(t.done.signedIn);
	});
});

test('travel money to the cent, and nothing says to whom', async ({ page, testApp, as, fine }) => {
	await test.step('a place has a budget', async () => {
		await as('admin');
		await open(page, [testApp.cast.helper.name]);
		await page.goto('/werkstatt/karten/dank');
		const grant = page.getByRole('region', { name: desk.grant });
		await grant.getByLabel(desk.place).selectOption({ label: fill(desk.placeLeft, { name: PLACE, left: euros(0) }) });
		await grant.getByLabel(desk.granted).fill('20,00');
		await grant.getByRole('button', { name: desk.grantSend }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.thanksGranted);
	});

	const codes: string[] = [];
	await test.step('two residents take part and each see a code', async () => {
		for (const who of ['resident', 'neighbour'] as const) {
			await as(who);
			await page.goto('/dank');
			await fine();
			await page.getByLabel(t.thanks.occasion).selectOption({ index: 1 });
			await page.getByRole('button', { name: t.thanks.send }).click();
			codes.push(await page.locator('.one-code').innerText());
		}
		expect(new Set(codes).size).toBe(2);
	});

	await test.step('the place pays out, once for each code, never more than it has', async () => {
		await as('helper');
		/** With the id of a form that comes again, as the browser's arrow brings it back. Returns the id of this one. */
		const pay = async (code: string, amount: string, again?: string): Promise<string> => {
			await page.goto('/werkstatt/karten/dank');
			const book = page.getByRole('region', { name: desk.book, exact: true });
			await book.getByLabel(desk.code).fill(code);
			await book.getByLabel(desk.purpose).selectOption('travel');
			await book.getByLabel(desk.amount).fill(amount);
			const id = book.locator('input[name="id"]');
			if (again) await id.evaluate((field, value) => field.setAttribute('value', value), again);
			const sent = await id.inputValue();
			await book.getByRole('button', { name: desk.send }).click();
			return sent;
		};
		const id = await pay(codes[0] ?? '', '7,80');
		await expect(page.getByRole('status')).toHaveText(t.done.thanksBooked);
		await test.step('the same form, back and sent once more, says that it was booked already', async () => {
			await pay(codes[0] ?? '', '7,80', id);
			await expect(page.getByRole('status')).toHaveText(t.done.thanksKnown);
		});
		await pay(codes[0] ?? '', '7,80');
		await expect(page.getByRole('alert')).toBeVisible();
		await pay(codes[1] ?? '', '12,21');
		await expect(page.getByRole('alert')).toBeVisible();
		await pay(codes[1] ?? '', '12,20');
		await expect(page.getByRole('status')).toHaveText(t.done.thanksBooked);
		await fine();
	});

	await test.step('the ministry settles by place and month', async () => {
		await as('admin');
		await page.goto('/werkstatt/karten/dank');
		const row = page
			.locator('section', { has: page.locator('#abrechnung') })
			.locator('tbody tr')
			.first();
		await expect(row).toContainText('20,00');
		await expect(row).toContainText('2');
		for (const who of ['resident', 'neighbour'] as const)
			await expect(page.getByText(testApp.cast[who].name)).toHaveCount(0);
		for (const code of codes) await expect(page.getByText(code)).toHaveCount(0);
		await fine();
	});
});
