import { expect, type Page } from '@playwright/test';
import { codeAt } from '#lib/server/auth/totp.server.ts';
import { isoDay } from '#lib/texts/dates.ts';
import { LEGAL_PLACES } from '#lib/texts/pages/places.ts';
import { fill, t } from '#lib/texts/texts.ts';
import { goOn, send } from './contribute.ts';

/**
 * What the first admin of a new installation does, as the handbook says it (»Erste Schritte«): a youth strategy of her own,
 * with her own name, logo, imprint and groups. She presses what she sees, and types into fields by what stands above them.
 */

const PASSWORD = 'vier kleine Igel tanzen';
const LOGO =
	'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4.5" cy="4.5" r="4" fill="#7a1f5c"/></svg>';
const DAY = 24 * 60 * 60 * 1000;
const dayFrom = (days: number) => isoDay(new Date(Date.now() + days * DAY).toISOString());

const { steps } = t.readiness;
type Step = keyof typeof steps.names;

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const follow = (page: Page, name: string) =>
	page.locator('main').getByRole('link', { name, exact: true }).first().click();
const done = (page: Page, said: string) => expect(page.getByRole('status')).toHaveText(said);

/** Back to the list, by the link that stands on every page until the site is open, and on to what is next. */
async function next(page: Page, step: Step): Promise<void> {
	const onward = page.getByRole('link', { name: t.readiness.onward });
	if (await onward.isVisible()) await onward.click();
	await page.getByRole('link', { name: fill(steps.next, { step: steps.names[step] }) }).click();
}

/** From the link the command has shown to the workshop. */
export async function chooseAccess(page: Page, link: string): Promise<void> {
	const { choose, enrol } = t.account;
	await page.goto(link);
	await page.getByLabel(choose.password, { exact: true }).fill(PASSWORD);
	await page.getByLabel(choose.again).fill(PASSWORD);
	await press(page, choose.send);
	const secret = ((await page.locator('main code').textContent()) ?? '').replaceAll(' ', '');
	await page.getByLabel(enrol.code).fill(codeAt(secret, new Date().toISOString()));
	await press(page, enrol.send);
	await follow(page, enrol.go);
}

export async function makeProfile(page: Page): Promise<void> {
	const { whole, look, pictures, groups, concerns, back, first, save } = t.profile;
	await next(page, 'profile');
	await follow(page, first.choose);
	await page
		.getByLabel(whole.shippedChoice, { exact: true })
		.and(page.locator('select'))
		.selectOption({ label: 'Jugend Musterstadt: Unsere Stadt, unsere Ideen' });
	await page.locator('button[formaction="?/preview"]').click();
	await expect(page.getByRole('heading', { name: t.workshop.preview.title })).toBeVisible();
	await press(page, whole.take);
	await done(page, t.done.profileChanged);

	await follow(page, concerns.look);
	await page.getByLabel(look.name, { exact: true }).fill('Neudorf macht mit');
	await page.getByLabel(look.claim).fill('Kinder und Jugendliche reden mit');
	await page.getByLabel(look.official).fill('Website der Gemeinde Neudorf');
	await page.getByLabel(look.light).fill('#7a1f5c');
	await page.getByLabel(look.dark).fill('#e7a6cf');
	await press(page, save);
	await done(page, t.done.profileChanged);

	await follow(page, back);
	await follow(page, concerns.pictures);
	const file = { name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(LOGO) };
	await page.getByLabel(pictures.file).setInputFiles(file);
	await page.getByRole('radio', { name: pictures.names.logo }).check();
	await press(page, pictures.put);
	await done(page, t.done.profileChanged);

	await follow(page, back);
	await follow(page, concerns.groups);
	await page.getByLabel(groups.name, { exact: true }).nth(1).fill('Eltern');
	await page.getByLabel(groups.long, { exact: true }).nth(1).fill('Menschen, die Kinder erziehen');
	await page.getByLabel(groups.from, { exact: true }).nth(1).fill('von Eltern');
	await press(page, save);
	await done(page, t.done.profileChanged);
}

export async function makeProcess(page: Page): Promise<void> {
	const { make, desk, phases } = t.process;
	await next(page, 'process');
	await page.getByLabel(desk.name).fill('Strategie für Neudorf');
	await page.getByLabel(make.fields).fill('Treffpunkte: Orte, an denen man sein kann\nWege');
	await page.getByLabel(phases.name).first().fill('Ideen sammeln');
	await page.getByLabel(make.from).first().fill(dayFrom(0));
	await page.getByLabel(make.until).first().fill(dayFrom(40));
	for (const action of ['propose', 'support', 'comment'] as const)
		await page.getByLabel(t.consultations.actions[action], { exact: true }).first().check();
	await press(page, make.send);
}

export async function fillTexts(page: Page): Promise<void> {
	await next(page, 'texts');
	for (const place of LEGAL_PLACES) await page.locator(`[name="${place}"]`).fill(`Marktplatz 1, 12345 Neudorf`);
	await press(page, t.operator.send);
}

/** Answers with the links for those who were invited. */
export async function inviteTeam(page: Page): Promise<string[]> {
	const { add, invite } = t.workshop.team;
	await next(page, 'staff');
	const links: string[] = [];
	for (const [name, role] of [
		['Mo Deration', 'moderator'],
		['Fred Gabe', 'publisher'],
		['Freia Gabe', 'publisher']
	] as const) {
		const again = page.getByRole('link', { name: add.another });
		await ((await again.isVisible()) ? again : page.getByRole('link', { name: invite })).click();
		await page.getByLabel(add.name, { exact: true }).fill(name);
		await page.getByLabel(add.email).fill(`${name.replace(' ', '.').toLowerCase()}@neudorf.example`);
		await page.getByLabel(t.people.roles[role], { exact: true }).check();
		await press(page, add.send);
		links.push((await page.locator('main code').first().textContent()) ?? '');
	}
	return links;
}

/** Answers with the codes. */
export async function issueCards(page: Page): Promise<string[]> {
	const { form } = t.workshop.cards;
	await next(page, 'cards');
	await page.getByLabel(form.label).fill('Jugendtreff Neudorf');
	await page.getByRole('radio', { name: 'Jugendliche und junge Erwachsene' }).check();
	await page.getByLabel(form.size).fill('5');
	await press(page, form.send);
	const sheet = await page.locator('main').innerText();
	return [...new Set(sheet.match(/\b[A-Z0-9]{4}(?:-[A-Z0-9]{4}){3}\b/g))];
}

/** Somebody with one of the cards says something, and it waits for moderation. */
export async function contributeOnce(page: Page, code: string): Promise<void> {
	await page.goto('/');
	await expect(page.getByText('Neudorf macht mit').first()).toBeVisible();
	await expect(page.getByText('Website der Gemeinde Neudorf')).toBeVisible();
	await expect(page.locator('main')).toContainText('Strategie für Neudorf');
	await page.goto('/anmelden');
	await page.locator('[name="code"]').fill(code);
	await page.locator('main form button').first().click();
	await page.goto('/beitragen');
	// The process says »du«: fields are found by what they hold.
	await page.locator('[name="body"]').fill('Wir brauchen einen Raum, der am Abend offen ist.');
	await page.locator('[name="kind"][value="proposal"]').check();
	await goOn(page);
	await page.locator('[name="field"]').selectOption({ label: 'Treffpunkte' });
	await goOn(page);
	for (const consent of ['evaluate', 'publish']) await page.locator(`[name="consents"][value="${consent}"]`).check();
	await goOn(page);
	await send(page);
	await expect(page.getByRole('status').first()).toContainText('Dein Beitrag ist angekommen');
	await page.goto('/impressum');
	await expect(page.locator('main')).toContainText('Marktplatz 1, 12345 Neudorf');
}
