import { describe, expect, it } from 'vitest';
import { made } from '../../../tests/support/conversation.ts';
import { nullPartOf, partOf } from './part.ts';
import { analyse } from './analysis.ts';

/** Only the sizes count here. */
const sized = (people: number, each: number) => ({
	...made({ camps: [1], statements: 1, each: 1 }),
	participants: Array.from({ length: people }, () => ''),
	columns: new Uint16Array(people * each)
});

describe('who is drawn when groups are tried', () => {
	it.each([
		['a small conversation', 204, 26, 204],
		['the largest real ones', 2_500, 150, 2_500],
		['ten thousand with thirty votes each', 10_000, 30, 10_000],
		['a part of a hundred thousand', 100_000, 100, 4_000],
		['never fewer than a thousand', 100_000, 1_000, 1_000]
	])('%s: of %i people with %i votes each %i', (_, people, each, drawn) => {
		expect(partOf(sized(people, each))).toBe(drawn);
		expect(nullPartOf(sized(people, each))).toBeLessThanOrEqual(drawn);
	});

	it('is everybody, because with fewer the same groups look less stable: near the least that is shown it decides', () => {
		const wish = { camps: [1_100, 500], statements: 30, each: 10 };
		const [all, few] = [made(wish), made({ ...wish, camps: [220, 100] })];
		expect(analyse(all, { k: 2 }).stability).toBeGreaterThan(analyse(few, { k: 2 }).stability);
	});
});
