import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

declare global {
	interface Window {
		axe?: typeof axe;
	}
}

const SOURCE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe looks at: everything, or only what other colours can break. */
const ASKED = {
	// It takes the label of a field in a closed part for hidden, and the field itself for shown.
	all: { runOnly: { type: 'tag', values: TAGS }, rules: { 'label-title-only': { enabled: false } } },
	colours: { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }
} satisfies Record<string, axe.RunOptions>;
export type Asked = keyof typeof ASKED;

/**
 * What axe finds wrong on this page as it is. It is brought into a page once, for bringing it costs as much as asking
 * it; our pages have no frames it would have to be in, too.
 */
export async function examine(page: Page, asked: Asked): Promise<axe.Result[]> {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE);
	const options: axe.RunOptions = { ...ASKED[asked], resultTypes: ['violations'] };
	return page.evaluate(async (options) => {
		if (!window.axe) throw new Error('the examiner did not come');
		return (await window.axe.run(document, options)).violations;
	}, options);
}
