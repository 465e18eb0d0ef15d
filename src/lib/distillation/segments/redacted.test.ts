import { describe, expect, it } from 'vitest';
import { MARK } from '../../moderation/redaction.ts';
import { follow, type Passage } from './redacted.ts';

const TEXT = 'Die Miete steigt. Frau Krause hilft mir. Herr Meier hilft nie. Mehr nicht.';
const cut = (text: string, place: { cutStarts: number | null; cutEnds: number | null }, starts = 18): Passage => ({
	...{ text, starts },
	...place
});
const unknown = { cutStarts: null, cutEnds: null };

describe('a passage whose blackening was taken back', () => {
	it.each([
		[
			'stands where it was cut',
			cut(`Frau ${MARK} hilft mir.`, { cutStarts: 18, cutEnds: 40 }),
			'Frau Krause hilft mir.'
		],
		['also when nothing of it was left', cut(MARK, { cutStarts: 18, cutEnds: 40 }), 'Frau Krause hilft mir.'],
		[
			'is found by what it says when its place is not known',
			cut(`Frau ${MARK} hilft mir.`, unknown),
			'Frau Krause hilft mir.'
		],
		[
			'begins with its sentence when its beginning was blackened',
			cut(`${MARK} hilft nie.`, unknown, 41),
			'Herr Meier hilft nie.'
		],
		[
			'is found when the full stop was blackened with it',
			cut(`Frau ${MARK} hilft nie.`, unknown),
			'Frau Krause hilft mir. Herr Meier hilft nie.'
		]
	])('%s', (_, passage, expected) => {
		const found = follow(passage, TEXT);
		expect(found?.text).toBe(expected);
		expect(TEXT.slice(found?.starts, found?.ends)).toBe(expected);
	});

	it('is nowhere when nothing says where', () => {
		expect(follow(cut(MARK, unknown), TEXT)).toBeNull();
		expect(follow(cut('Das stand da nie.', unknown), TEXT)).toBeNull();
	});
});
