import { expect, test } from 'vitest';
import { wilson } from './wilson.ts';

test.each([
	[5, 5, 0.57, 1],
	[10, 10, 0.72, 1],
	[8, 10, 0.49, 0.94],
	[40, 50, 0.67, 0.89],
	[0, 10, 0, 0.28]
])('%i of %i people who agree stand for a share between %f and %f', (hits, n, low, high) => {
	const found = wilson(hits, n);
	expect(found.low).toBeCloseTo(low, 2);
	expect(found.high).toBeCloseTo(high, 2);
});

test('when nobody was asked, everything is possible', () => {
	expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
});
