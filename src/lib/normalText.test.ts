import { expect, it } from 'vitest';
import { normalizeQuery, normalText } from './normalText.ts';

it.each([
	['an umlaut of two signs', 'Mu\u0308ll fu\u0308r A\u0308mter', 'Müll für Ämter'],
	['line ends of a browser', 'eins\r\nzwei\rdrei', 'eins\nzwei\ndrei'],
	['line ends of word processors', 'eins\u2028zwei\u2029drei', 'eins\nzwei\ndrei'],
	['control signs', 'a\0b\u0007c\td', 'abc\td'],
	['signs that turn the direction', 'gut\u202Eegnal', 'gutegnal'],
	['Arabic with its vowels, emoji, Vietnamese', 'كِتَاب 👩‍👧 Tiếng Việt', 'كِتَاب 👩‍👧 Tiếng Việt'.normalize('NFC')]
])('%s', (_, typed, kept) => {
	expect(normalText(typed)).toBe(kept);
	expect(normalText(kept)).toBe(kept);
});

it('an address asks for what was meant, and one that is whole stays as it was', () => {
	const decomposed = new URL(`https://x.example/beitraege?q=${encodeURIComponent('mu\u0308ll & co')}&art=proposal`);
	normalizeQuery(decomposed);
	expect([...decomposed.searchParams]).toEqual([
		['q', 'müll & co'],
		['art', 'proposal']
	]);
	const whole = new URL('https://x.example/a?/senden&q=m%C3%BCll+x%20y');
	normalizeQuery(whole);
	expect(whole.search).toBe('?/senden&q=m%C3%BCll+x%20y');
});
