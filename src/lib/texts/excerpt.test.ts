import { expect, it } from 'vitest';
import { excerpt } from './excerpt.ts';

it.each([
	['a short text stays whole', 'Kurz und gut.', 'Kurz und gut.'],
	['a long one ends with a whole word', 'Wohnungen müssen bezahlbar sein', 'Wohnungen …'],
	['one endless word is cut where it must be', 'Wohnungsbauförderungsgesetz', 'Wohnungsbauförd …']
])('%s', (_, text, shown) => {
	expect(excerpt(text, 15)).toBe(shown);
});
