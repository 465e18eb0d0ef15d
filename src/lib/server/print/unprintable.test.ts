import { describe, expect, it } from 'vitest';
import { unprintable, withStandIns } from './unprintable.ts';

describe('signs that no font has', () => {
	it('are found in the complaint, the longest first, each once', () => {
		const complaint = String.raw`message: "PDF/UA-1 error: the text ${'`'}\"漢\"${'`'} could not be displayed with font", `;
		expect(unprintable(complaint + complaint)).toEqual(['漢']);
		expect(unprintable(String.raw`the text ${'`'}\"\\u{1f600}\\u{200d}\"${'`'} could not be displayed`)).toEqual([
			'😀\u200d'
		]);
		expect(unprintable('unknown variable: title')).toEqual([]);
	});

	it('are replaced wherever they stand, and nothing else is', () => {
		expect(withStandIns('a漢b漢', ['漢'])).toBe('a[?]b[?]');
		expect(withStandIns('a漢b', [])).toBe('a漢b');
	});
});
