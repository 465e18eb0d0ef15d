import type { Page } from '@playwright/test';
import type { Kind } from '#lib/proposals/proposal.ts';
import { t } from '#lib/texts/texts.ts';

/** In the language in which the journey speaks. */
const words = () => t.proposals.form;

export const goOn = (page: Page) => page.getByRole('button', { name: words().next, exact: true }).click();

/** The first page: what somebody has to say. */
export async function writeWords(page: Page, { body, kind }: { body: string; kind: Kind }): Promise<void> {
	await page.getByLabel(words().body).fill(body);
	await page.getByRole('radio', { name: t.proposals.kinds[kind] }).check();
	await goOn(page);
}

/** The second page: where it belongs; nobody has to know. */
export async function chooseTopic(page: Page, field?: string): Promise<void> {
	if (field) await page.getByLabel(words().field).selectOption({ label: field });
	await goOn(page);
}

/** The third page, for whoever has not allowed it yet. */
export async function allowAll(page: Page): Promise<void> {
	await page.getByRole('checkbox', { name: t.privacy.consents.boxes.evaluate }).check();
	await page.getByRole('checkbox', { name: t.privacy.consents.boxes.publish }).check();
	await goOn(page);
}

export async function giveTitle(page: Page, title: string): Promise<void> {
	await page.locator('a[href$="/titel"]').click();
	await page.getByLabel(words().titleLabel).fill(title);
	await goOn(page);
}

interface Text {
	body: string;
	kind: Kind;
	field?: string;
	title?: string;
	/** Somebody new is asked what we may do. */
	asked?: boolean;
}

/** All pages up to the one on which everything stands once more. */
export async function prepare(page: Page, { body, kind, field, title, asked = false }: Text): Promise<void> {
	await page.goto('/beitragen');
	await writeWords(page, { body, kind });
	await chooseTopic(page, field);
	if (asked) await allowAll(page);
	if (title) await giveTitle(page, title);
}

/** Sends it, past what others have said already. */
export async function send(page: Page): Promise<void> {
	const label = new RegExp(`^(${words().send}|${t.proposals.similar.send})$`);
	await page.getByRole('button', { name: label }).click();
}

export async function contribute(page: Page, text: Text): Promise<void> {
	await prepare(page, text);
	await send(page);
}
