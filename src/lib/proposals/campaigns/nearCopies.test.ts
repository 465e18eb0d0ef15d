import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NearCopies, shareOf, sketchOf } from './nearCopies.ts';

const LETTER = `Sehr geehrte Damen und Herren, ich fordere Sie auf, die Fahrkarten für Menschen mit wenig Geld kostenlos zu machen.
Wer arm ist, kommt heute nicht zum Arzt, nicht zum Amt und nicht zu seinen Freunden. Das Land kann das ändern.`;

function groups(texts: readonly string[]): (number | null)[] {
	const copies = new NearCopies();
	for (const [at, text] of texts.entries()) copies.add(String(at), sketchOf(text));
	const found = copies.campaigns();
	return texts.map((_, at) => (found.has(String(at)) ? Number(found.get(String(at))) : null));
}

describe('nearly the same text', () => {
	it('stays so with a greeting more, another spelling and a name below', () => {
		const near = [LETTER, `${LETTER} Mit freundlichen Grüßen, Erika Muster`, LETTER.toUpperCase().replace('ß', 'ss')];
		for (const text of near) expect(shareOf(sketchOf(LETTER), sketchOf(text))).toBeGreaterThan(0.8);
	});

	it('is a campaign from five on, not with four', () => {
		expect(groups(Array.from({ length: 4 }, () => LETTER))).toEqual([null, null, null, null]);
		expect(groups(Array.from({ length: 5 }, () => LETTER))).toEqual([0, 0, 0, 0, 0]);
	});

	it('is none where one person sends it again and again', () => {
		const copies = new NearCopies();
		for (let at = 0; at < 9; at++) copies.add(String(at), sketchOf(LETTER), `person ${at % 4}`);
		expect(copies.campaigns()).toEqual(new Map());
	});

	it('is not what only begins in the same way, nor what says as much of its own again', () => {
		const five = Array.from({ length: 5 }, (_, at) => `${LETTER} Viele Grüße aus Haus ${at}.`);
		const greeting =
			'Sehr geehrte Damen und Herren, ich fordere Sie auf, endlich mehr Hebammen in die Dörfer zu schicken.';
		const own = Array.from({ length: 60 }, (_, at) => `eigenes${at * 7} Wort${at}`).join(' ');
		expect(groups([...five, greeting, `${LETTER} ${own}`])).toEqual([0, 0, 0, 0, 0, null, null]);
	});

	it('is compared with the first: small steps lead to no other concern', () => {
		const words = LETTER.split(' ');
		const step = (far: number) => words.map((word, at) => (at < far ? `anders${at}` : word)).join(' ');
		const far = groups([0, 0, 0, 0, 0, 6, 12, 18, 24, 30, 36].map(step));
		expect(far.slice(0, 6)).toEqual([0, 0, 0, 0, 0, 0]);
		expect(far.at(-1)).toBeNull();
	});

	it('gives a share between 0 and 1, the same both ways, for whatever people write', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
				const [a, b] = [sketchOf(one), sketchOf(other)];
				expect(shareOf(a, b)).toBe(shareOf(b, a));
				expect(shareOf(a, a)).toBe(1);
				expect(shareOf(a, b)).toBeGreaterThanOrEqual(0);
			})
		);
	});
});
