import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followRedaction } from './redacted.ts';
import { passagesOf, sentencesOf } from './sentences.ts';

const texts = (text: string) => sentencesOf(text).map((sentence) => sentence.text);

describe('a text, sentence by sentence', () => {
	it.each([
		['Die Miete steigt. Der Lohn nicht.', ['Die Miete steigt.', 'Der Lohn nicht.']],
		['Warum? Weil! Ja…  Gut.', ['Warum?', 'Weil!', 'Ja…', 'Gut.']],
		['Erste Zeile\n\n- zweite Zeile', ['Erste Zeile', '- zweite Zeile']],
		['Am 3. Mai war z. B. zu. Schade.', ['Am 3. Mai war z. B. zu.', 'Schade.']],
		['Nahe der Str. am Markt. Dort.', ['Nahe der Str. am Markt.', 'Dort.']],
		['Er sagte: »Nein.« Dann ging er.', ['Er sagte: »Nein.«', 'Dann ging er.']],
		['Das gilt i. d. R. für alle (vgl. Abs. 2 Nr. 3).', ['Das gilt i. d. R. für alle (vgl. Abs. 2 Nr. 3).']],
		['Es kostet zzgl. Strom rd. 3 Mio. Euro. Zu viel!', ['Es kostet zzgl. Strom rd. 3 Mio. Euro.', 'Zu viel!']],
		['Bei Hr. Yilmaz, z.B. am 1. Dez. Nie sonst.', ['Bei Hr. Yilmaz, z.B. am 1. Dez. Nie sonst.']],
		['ohne Punkt', ['ohne Punkt']],
		['   ', []]
	])('%j', (text, expected) => expect(texts(text)).toEqual(expected));

	it('loses nothing but white space, and each sentence stands where it says', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom('a', 'Ä', '.', ' ', '\n', '!', '»', '1', '😀') }), (text) => {
				const sentences = sentencesOf(text);
				for (const { starts, ends, text: words } of sentences) expect(text.slice(starts, ends)).toBe(words);
				expect(
					sentences
						.map((one) => one.text)
						.join('')
						.replace(/\s/g, '')
				).toBe(text.replace(/\s/g, ''));
			})
		);
	});
});

describe('a text of nothing but signs', () => {
	const many = 60_000;
	it.each([
		['dots', '.'.repeat(many)],
		['dots and an end', `${'.'.repeat(many)}x`],
		['closing signs', `.${')'.repeat(many)}x`],
		['short forms', 'z. B. '.repeat(many / 6)],
		['single dots', '. '.repeat(many / 2)],
		['spaces', `${' '.repeat(many)}.`],
		['lines', '\n \n'.repeat(many / 3)]
	])('is cut in a moment: %s', (_, text) => {
		const began = performance.now();
		sentencesOf(text);
		expect(performance.now() - began).toBeLessThan(2_000);
	});
});

describe('passages', () => {
	const text = 'Eins. Zwei. Drei.';
	const [one, two, three] = sentencesOf(text);
	it('joins sentences that follow each other and keeps others apart', () => {
		const words = (...picked: (typeof one)[]) =>
			passagesOf(
				text,
				picked.flatMap((sentence) => sentence ?? [])
			).map((passage) => passage.text);
		expect(words(two, one)).toEqual(['Eins. Zwei.']);
		expect(words(one, three)).toEqual(['Eins.', 'Drei.']);
		expect(words(one, two, three)).toEqual([text]);
	});
	it('takes no place that is not in the text', () => {
		expect(passagesOf(text, [{ starts: 4, ends: 400 }])).toEqual([]);
		expect(passagesOf(text, [{ starts: 5, ends: 5 }])).toEqual([]);
		expect(passagesOf(text, [{ starts: 5, ends: 6 }])).toEqual([]);
	});
});

describe('a passage whose contribution is blackened', () => {
	const text = 'Ich wohne bei Anna. Die Miete ist hoch. Anna hilft mir.';
	const blackened = text.replaceAll('Anna', '[geschwärzt]');
	it.each([
		['Ich wohne bei Anna.', 'Ich wohne bei [geschwärzt].'],
		['Die Miete ist hoch.', 'Die Miete ist hoch.'],
		['Anna hilft mir.', '[geschwärzt] hilft mir.'],
		['Die Miete ist hoch. Anna hilft mir.', 'Die Miete ist hoch. [geschwärzt] hilft mir.']
	])('%j is found again', (passage, now) => {
		const found = followRedaction(passage, blackened, text.indexOf(passage));
		expect(found?.text).toBe(now);
		expect(blackened.slice(found?.starts, found?.ends)).toBe(now);
	});
	it('is found where words across its end were taken', () => {
		const gone = 'Ich wohne bei [geschwärzt] hilft mir.';
		expect(followRedaction('Ich wohne bei Anna.', gone, 0)?.text).toBe('Ich wohne bei [geschwärzt]');
	});
	it('is not invented when nothing of it is left', () => {
		expect(followRedaction('Die Miete ist hoch.', 'Ich wohne hier. [geschwärzt]', 20)).toBeNull();
	});

	it('in a text that somebody has filled with marks is looked for no longer than a moment', () => {
		const text = `${'a'.repeat(400)}[geschwärzt]`.repeat(19);
		const started = performance.now();
		followRedaction('a'.repeat(4_000), text, 0);
		// Without an end to the search it took minutes.
		expect(performance.now() - started).toBeLessThan(2_000);
	});
});
