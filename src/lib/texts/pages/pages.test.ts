import { describe, expect, it } from 'vitest';
import { render } from '#lib/ui/text/markdown.ts';
import { t } from '../texts.ts';
import { fixedPage, readPages } from './pages.server.ts';
import { placesIn, shownPage } from './places.ts';

const { fixed: pages, easy: easyPages } = readPages('de');

describe.each(Object.entries(easyPages))('%s in easy words', (address, page) => {
	it('has short sentences, leaves nothing open and belongs to a page', () => {
		const sentences = page.body.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1').split(/[.!?:]\s|\n/);
		expect(sentences.filter((one) => one.trim().split(/\s+/).length > 12)).toEqual([]);
		expect([placesIn(page), fixedPage(address) === null]).toEqual([[], false]);
	});

	it('is not called Leichte Sprache before somebody has read it', () => {
		expect(page.review).toBeNull();
		expect(`${page.title} ${t.pages.review.none}`).not.toContain('Leichte Sprache');
	});
});

describe('the fixed pages', () => {
	it.each(Object.entries(pages))(
		'%s shows the team open places in bold and has no heading of the first level',
		(_, page) => {
			const shown = shownPage(page, {}, true);
			const html = render(shown.body, { base: 2 });
			for (const what of shown.open) expect(html).toContain(`<strong>[Bitte eintragen: ${what}]</strong>`);
			expect(html).not.toMatch(/<h1|<h[3-6]/);
		}
	);

	it.each(Object.entries(pages))('%s is written in short sentences', (_, page) => {
		const plain = page.body.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1').replace(/[*#>]/g, '');
		const sentences = plain.split(/[.!?:]\s|\n/).map((sentence) => sentence.trim().split(/\s+/));
		expect(sentences.filter((words) => words.length > 20).map((words) => words.join(' '))).toEqual([]);
	});

	it('nothing else is found', () => {
		for (const address of ['', 'x', 'toString', '__proto__', 'constructor']) expect(fixedPage(address)).toBeNull();
	});
});
