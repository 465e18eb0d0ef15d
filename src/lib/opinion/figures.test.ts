import { describe, expect, it } from 'vitest';
import { Chance } from './chance.ts';
import { compared } from './characteristic.ts';
import { symmetric } from './components/jacobi.ts';
import { consensus, leastSure, type Cell } from './figures.ts';
import { randIndex, silhouette } from './clustering/partitionSimilarity.ts';
import { groupNumbers } from './landscape/groupNumbers.ts';
import { follows, relation } from './landscape/groupRelation.ts';

const cell = (group: number, agree: number, disagree: number, pass = 0): Cell => {
	return { group, agree, disagree, pass, n: agree + disagree + pass };
};

describe('figures', () => {
	it('consensus is the product over groups, with one vote and two people added', () => {
		expect(consensus([cell(0, 8, 1, 1), cell(1, 3, 0)])).toBeCloseTo((9 / 12) * (4 / 5), 15);
	});

	it('a bridge is as strong as its weakest pier', () => {
		expect(leastSure([cell(0, 90, 10), cell(1, 5, 5)])).toBeCloseTo(leastSure([cell(1, 5, 5)]), 15);
		expect(leastSure([cell(0, 90, 10), cell(1, 0, 0)])).toBe(0);
	});

	it('what sets a group apart is computed by the published formulas', () => {
		const { share, others, ratio, differs, decided } = compared({ said: 18, n: 20 }, { said: 10, n: 40 });
		expect(share).toBeCloseTo(19 / 22, 12);
		expect(others).toBeCloseTo(11 / 42, 12);
		expect(ratio).toBeCloseTo(19 / 22 / (11 / 42), 12);
		expect(decided).toBeCloseTo(2 * Math.sqrt(21) * (19 / 21 - 0.5), 12);
		const [one, other, pooled] = [19 / 21, 11 / 41, 30 / 62];
		expect(differs).toBeCloseTo((one - other) / Math.sqrt(pooled * (1 - pooled) * (1 / 21 + 1 / 41)), 12);
		expect(compared({ said: 5, n: 5 }, { said: 5, n: 5 }).differs).toBe(0);
	});

	it.each([
		[[0, 0, 1, 1], [1, 1, 0, 0], 1],
		[[0, 0, 0, 0], [0, 0, 0, 0], 1],
		[[0, 0, 1, 1], [0, 1, 0, 1], -0.5],
		[[0, 0, 1, 2], [0, 0, 1, 1], 0.571_428_571]
	])('divisions %j and %j are alike to %d', (one, other, expected) => {
		expect(randIndex(one, other)).toBeCloseTo(expected, 8);
	});

	it('a silhouette is near 1 for two heaps far apart and 0 for one heap', () => {
		const places = Float64Array.from([0, 0, 0, 1, 100, 0, 100, 1]);
		expect(silhouette(places, Uint8Array.from([0, 0, 1, 1]), 2)).toBeCloseTo(0.99, 2);
		expect(silhouette(places, new Uint8Array(4), 1)).toBe(0);
	});

	it('eigenvalues of a small table are exact', () => {
		const { values, vectors } = symmetric(Float64Array.from([2, 1, 1, 2]), 2);
		expect(values[0]).toBeCloseTo(3, 12);
		expect(values[1]).toBeCloseTo(1, 12);
		expect(Math.abs(vectors[0] ?? 0)).toBeCloseTo(Math.SQRT1_2, 12);
	});
});

describe('group numbers', () => {
	it.each([
		[
			[
				[1, 50],
				[40, 2]
			],
			[1, 0]
		],
		[
			[
				[0, 3],
				[9, 1],
				[5, 5]
			],
			[2, 0, 1]
		],
		[[[0, 1, 9]], [0]],
		[
			[[], []],
			[0, 1]
		]
	])('stay with the people: %j gives %j', (overlap, expected) => {
		expect(groupNumbers(overlap)).toEqual(expected);
	});
});

describe('opinion groups and declared groups', () => {
	const people = Array.from({ length: 120 }, (_, person) => person);

	it('that are the same people are told to follow strongly', () => {
		const groups = people.map((person) => person % 3);
		const found = relation(groups, groups, new Chance(1));
		expect(found).toMatchObject({ p: 0.001, n: 120 });
		expect(found.v).toBeGreaterThan(0.95);
		expect(follows(found)).toBe('strongly');
	});

	it('that have nothing to do with each other are told to follow hardly', () => {
		const found = relation(
			people.map((person) => person % 3),
			people.map((person) => Math.floor(person / 60)),
			new Chance(1)
		);
		expect(found.v).toBe(0);
		expect(follows(found)).toBe('hardly');
	});
});
