import { expect, type Page } from '@playwright/test';
import { localPath } from '#lib/texts/locales/address.ts';
import { localeFacts } from '#lib/texts/locales/locale.ts';
import { arrived } from './arrived.ts';
import { examine, type Asked } from './examiner.ts';

const NARROWEST = 320;

export type Scheme = 'light' | 'dark';

/**
 * What must be true of every page, whoever reads it: nothing axe can find, no sideways scrolling, a title, one heading.
 * In the first colours axe asks for everything, in others only for what colours can break. The examiner is a script and cannot run where scripting is off. As no page ships any that changes it by itself, and that is asserted here, what
 * it finds with scripting on is true without.
 */
export async function fine(page: Page, schemes: readonly Scheme[]): Promise<void> {
	await hasItsWords(page);
	await fits(page);
	for (const [index, scheme] of schemes.entries()) await accessible(page, scheme, index === 0 ? 'all' : 'colours');
}

export async function accessible(page: Page, colorScheme: Scheme, asked: Asked): Promise<void> {
	await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
	const violations = await examine(page, asked);
	const told = violations.map(
		({ id, help, nodes }) =>
			`${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `  ${html}\n  ${failureSummary}`).join('\n')}`
	);
	expect(told, `${page.url()} (${colorScheme})`).toEqual([]);
}

/**
 * The first does nothing unless a QR code led here; then it fills in a field (cards.journey.ts). The second sends votes
 * again that did not get through (voting.journey.ts). The third puts things in their place at the desk without loading
 * the page anew, and listens to keys (desk.journey.ts). The fourth counts the letters of long fields, once for all of them
 * on a page. Every page works without.
 */
const SMOOTHING = ['/code-from-card.js', '/abstimmen.js', '/desk.js', '/count.js'];

async function hasItsWords(page: Page): Promise<void> {
	await arrived(page);
	const { title, lang, headings, scripts } = await page.evaluate(() => ({
		title: document.title,
		lang: document.documentElement.lang,
		headings: document.querySelectorAll('h1').length,
		scripts: [...document.scripts].map((script) => script.getAttribute('src') ?? 'inline')
	}));
	expect(title, `title of ${page.url()}`).toMatch(/\S.* – \S/);
	const { locale } = localPath(new URL(page.url()).pathname);
	expect(lang, `language of ${page.url()}`).toBe(localeFacts(locale).lang);
	expect(headings, `main headings of ${page.url()}`).toBe(1);
	expect(scripts.length, `one script of each kind on ${page.url()}`).toBe(new Set(scripts).size);
	expect(
		scripts.filter((script) => !SMOOTHING.includes(script)),
		`scripts of ${page.url()}`
	).toEqual([]);
}

/** Nobody has to scroll sideways: neither at the width of the project nor at 320 px (WCAG 1.4.10). */
export async function fits(page: Page): Promise<void> {
	await arrived(page);
	const size = page.viewportSize();
	for (const width of [size?.width ?? NARROWEST, NARROWEST]) {
		await page.setViewportSize({ width, height: size?.height ?? 740 });
		const wide = await page.evaluate(() => {
			const { scrollWidth, clientWidth } = document.documentElement;
			if (scrollWidth <= clientWidth) return [];
			return [...document.querySelectorAll('main *, header *, footer *')]
				.filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
				.map((element) => element.outerHTML.slice(0, 120));
		});
		expect(wide, `what is wider than ${width} px on ${page.url()}`).toEqual([]);
	}
	if (size) await page.setViewportSize(size);
}
