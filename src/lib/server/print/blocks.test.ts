import { expect, it } from 'vitest';
import { wordsOf } from './blocks.ts';

it('the words of Markdown are one paragraph without its marks, and with every sign that is none', () => {
	const words = (source: string) => wordsOf(source, { base: 1, origin: 'https://teilhabe.example' });
	expect(words('# Wohnen\n\nJeder braucht **eine Wohnung**.\n\n- und `mehr`')).toBe(
		'Wohnen Jeder braucht eine Wohnung. und mehr'
	);
	expect(words('Helfer*innen und Nutzer*innen')).toBe('Helfer*innen und Nutzer*innen');
});
