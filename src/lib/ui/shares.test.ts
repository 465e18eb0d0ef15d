import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bar, countAndShare } from '#lib/ui/shares.ts';

test('the parts of a bar always fill it', () => {
	const counts = fc.tuple(fc.nat(5000), fc.nat(5000), fc.nat(5000)).filter((parts) => parts.some((part) => part > 0));
	fc.assert(
		fc.property(counts, ([agree, pass, disagree]) => {
			const part = bar(agree + pass + disagree, agree, pass);
			expect(part.agree + part.pass + part.disagree).toBeCloseTo(100, 5);
			for (const width of Object.values(part)) expect(width).toBeGreaterThanOrEqual(0);
		})
	);
});

test('a count comes before its share', () => {
	expect(countAndShare(90, 124)).toBe('90 (73\u00a0%)');
	expect(countAndShare(0, 0)).toBe('0');
});
