import { expect, test } from 'vitest';
import { percent, signed, whole } from './numbers.ts';

test('thousands stand apart by a narrow space', () => {
	expect([0, 999, 1000, 1234567].map(whole)).toEqual(['0', '999', '1\u202f000', '1\u202f234\u202f567']);
});

test('a change says whether it is more or less', () => {
	expect([12, 0, -3].map(signed)).toEqual(['+12', '0', '\u22123']);
});

test('a share is told in hundredths', () => {
	expect([0, 0.734, 1].map(percent)).toEqual(['0\u00a0%', '73\u00a0%', '100\u00a0%']);
});
