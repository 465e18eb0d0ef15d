import { describe, expect, it } from 'vitest';
import { openPdfWorker } from '#lib/server/print/pdfWorker.server.ts';
import { asDrawn, readPdf } from '../../../../tests/support/files/pdf.ts';
import { cardSheet } from './cardSheet.server.ts';
import { cardWords, isUnread, languageOptions } from './cardWords.ts';
import { LANGUAGES } from '../details/language.ts';

const able = await openPdfWorker.able();

describe('a card in another language', () => {
	it.each(LANGUAGES)('says three sentences of its own: %s', (language) => {
		const { heading, sentences, direction } = cardWords(language);
		expect([heading, ...sentences].every((one) => one.trim().length > 5)).toBe(true);
		expect(sentences).toHaveLength(3);
		expect(direction).toBe(language === 'ar' ? 'rtl' : 'ltr');
		expect(isUnread(language)).toBe(language !== 'de');
		expect(languageOptions().map(({ value }) => value)).toContain(language);
	});

	it.runIf(able).each(LANGUAGES)(
		'has every letter on paper, in the order in which it is read: %s',
		async (language) => {
			const cards = [{ number: 'SON-1', code: 'K7MP-3QXR-9TWA-HC4N' }];
			const sheet = { label: 'Café', validUntil: '2027-06-01T00:00:00.000Z', cards, origin: 'https://x.example' };
			const pdf = await readPdf(
				await cardSheet({ organisation: null, ...sheet, language, now: '2027-05-10T12:00:00.000Z' })
			);
			expect(pdf).toMatchObject({ universal: '1', tagged: true });
			const { sentences, heading } = cardWords(language);
			for (const one of [heading, ...sentences]) expect(asDrawn(pdf.text)).toContain(asDrawn(one));
			// The press leaves out what its fonts do not have, and says so at the end: here nothing may be left out.
			expect(pdf.text).not.toContain('[?]');
			expect(pdf.fonts.every(({ embedded }) => embedded)).toBe(true);
		}
	);
});
