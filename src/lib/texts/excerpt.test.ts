import { expect, it } from 'vitest';
import { beginning, excerpt } from './excerpt.ts';

it.each([
	['a short text stays whole', 'Kurz und gut.', 'Kurz und gut.'],
	['a long one ends with a whole word', 'Wohnungen müssen bezahlbar sein', 'Wohnungen …'],
	['one endless word is cut where it must be', 'Wohnungsbauförderungsgesetz', 'Wohnungsbauförd …']
])('%s', (_, text, shown) => {
	expect(excerpt(text, 15)).toBe(shown);
});

it.each([' '.repeat(200_000), 'a '.repeat(100_000), 'a'.repeat(200_000), `${' '.repeat(200_000)}a`])(
	'is cut in a moment, whatever it is',
	(text) => {
		const began = performance.now();
		expect(excerpt(`${text}${text}`, 200_000).length).toBeLessThanOrEqual(200_002);
		expect(performance.now() - began).toBeLessThan(1_000);
	}
);

it('the beginning of a text is one line, with every sign that somebody wrote', () => {
	expect(beginning('Die Helfer*innen\n\nsind_da.')).toBe('Die Helfer*innen sind_da.');
	expect(beginning('Wort '.repeat(90)).length).toBeLessThanOrEqual(162);
});
