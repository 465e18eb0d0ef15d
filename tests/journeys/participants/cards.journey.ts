import { expect, type Page } from '@playwright/test';
import { fill, t } from '#lib/texts/texts.ts';
import { contribute } from '../support/contribute.ts';
import { fine as isFine } from '../support/fine.ts';
import { test } from '../support/journey.ts';

const cards = t.workshop.cards;

async function signIn(phone: Page, code: string): Promise<void> {
	await phone.getByLabel(t.account.signIn.code).fill(code.toLowerCase().replaceAll('-', ' '));
	await phone.getByRole('button', { name: t.account.signIn.send }).click();
	await expect(phone.getByRole('status').filter({ hasText: t.done.signedIn })).toBeVisible();
}

test('a lost card is replaced by whoever gave it out, and its owner finds her contribution again', async ({
	page,
	browser,
	contextOptions,
	testApp,
	as,
	fine
}) => {
	test.slow();
	const phone = await (await browser.newContext({ ...contextOptions, baseURL: testApp.origin })).newPage();
	let codes: string[] = [];
	let third = '';

	await test.step('a street worker prints 30 cards', async () => {
		await as('helper');
		await page.goto('/werkstatt/karten');
		await page.getByLabel(cards.form.label).fill('Streetwork Nord');
		await page.getByRole('button', { name: cards.form.send }).click();
		codes = await page.locator('.code-card code').allTextContents();
		expect(codes).toHaveLength(30);
		third = ((await page.locator('.code-card').nth(2).locator('p').first().textContent()) ?? '').replace('Karte ', '');
		expect(third).toMatch(/^[A-Z]+-\d+$/);
		await fine();
		const button = page.getByRole('button', { name: cards.sheet.pdf });
		// Where this machine has no Typst that makes PDF/UA, nothing is offered that would not come.
		if ((await button.count()) > 0) {
			const form = { codes: codes.join(' ') };
			const action = (await page.locator('form[target]').getAttribute('action')) ?? '';
			const sheet = await page.request.post(testApp.origin + action, { form });
			expect(sheet.headers()).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'no-store' });
		}
	});

	await test.step('a resident types one on another phone, and proposes', async () => {
		await phone.goto('/anmelden');
		await phone.getByLabel(t.account.signIn.code).fill((codes[2] ?? '').slice(0, -1) + 'O');
		await phone.getByRole('button', { name: t.account.signIn.send }).click();
		await expect(phone.getByRole('alert')).toContainText(fill(t.forms.codeSign, { place: 16, sign: 'O' }));
		await signIn(phone, codes[2] ?? '');
		const body = 'Ohne Adresse bekommt man keinen Brief vom Amt.';
		await contribute(phone, { body, kind: 'proposal', field: 'Wohnen', title: 'Eine Adresse für alle', asked: true });
		await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Eine Adresse für alle');
	});

	await test.step('she loses it and gets another one', async () => {
		await page.goto('/werkstatt/karten');
		await page.getByRole('link', { name: 'Streetwork Nord' }).click();
		await fine();
		await page.getByLabel(cards.batch.numberLabel).first().fill(third);
		await page.getByRole('button', { name: cards.batch.lookUp }).click();
		// Which card it is, before another one takes its place.
		await expect(page.getByText(cards.batch.isThisIt)).toBeVisible();
		await fine();
		await page.getByRole('button', { name: cards.batch.replace }).click();
		const [code = ''] = await page.locator('.code-card code').allTextContents();
		expect(code).not.toBe(codes[2]);
		await expect(page.getByText('Eine Adresse für alle')).toHaveCount(0);
		codes[2] = code;
		await fine();
	});

	await test.step('the old session is over, the new card opens everything', async () => {
		await phone.goto('/meine');
		await expect(phone).toHaveURL(/\/anmelden/);
		await signIn(phone, codes[2] ?? '');
		await phone.goto('/meine');
		await expect(phone.getByRole('link', { name: 'Eine Adresse für alle' })).toBeVisible();
		await isFine(phone, []);
	});
	await phone.context().close();
});

test('the code of a QR code stands in the form already, and not in the address', async ({
	page,
	testApp,
	javaScriptEnabled
}) => {
	const { code } = testApp.cast.resident;
	await page.goto(`/anmelden#${code}`);
	const field = page.getByLabel(t.account.signIn.code);
	if (javaScriptEnabled === false) return expect(field).toHaveValue('');
	await expect(field).toHaveValue(code);
	await expect(page.getByText(t.account.signIn.fromCard)).toBeVisible();
	expect(page.url()).not.toContain(code);
	await page.getByRole('button', { name: t.account.signIn.send }).click();
	await expect(page.getByRole('status').filter({ hasText: t.done.signedIn })).toBeVisible();
});
