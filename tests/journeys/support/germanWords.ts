import type { Page } from '@playwright/test';
import { arrived } from './arrived.ts';

/** Words by which a German sentence is known; none of them is one in Ukrainian, Arabic or as a name. */
const WORDS =
	'und der das nicht ist ein eine einen einem mit für von werden wird sich auch oder sind haben noch über beim zum zur wie was sie wir ihre ihr auf bei aus nach dem des den kein keine bis wenn dann man hier im am';

/**
 * What is visible on this page in German without saying so: texts, and names that only a screen reader reads. A word in
 * brackets may stand behind its translation: »Jobcenter« is what people find on their letters.
 */
export async function germanOn(page: Page): Promise<string[]> {
	await arrived(page);
	return page.evaluate((list) => {
		const words = new Set(list.split(' '));
		const isGerman = (text: string) =>
			text
				.replace(/\([^)]*\)/g, '')
				.split(/[^\p{L}]+/u)
				.some((word) => words.has(word.toLowerCase()));
		const found: string[] = [];
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const around = node.parentElement;
			const text = node.textContent ?? '';
			if (!around || around.closest('[lang="de"], script, style, textarea, option')) continue;
			if (isGerman(text)) found.push(text.trim());
		}
		for (const element of document.querySelectorAll('[aria-label], [title], [alt], [placeholder]'))
			for (const name of ['aria-label', 'title', 'alt', 'placeholder'])
				if (!element.closest('[lang="de"]') && isGerman(element.getAttribute(name) ?? ''))
					found.push(`${name}: ${element.getAttribute(name)}`);
		return found;
	}, WORDS);
}
