import { describe, expect, it } from 'vitest';
import { supportOf, type Supporter } from './support.ts';
import { undecided } from './undecided.ts';

/** So many people of a group who stand behind these. */
const people = (count: number, group: number, candidates: readonly number[]): Supporter[] =>
	Array.from({ length: count }, () => ({ group, candidates }));
const everybody = (of: readonly Supporter[], groups: number, size: number) => {
	const counts = Array.from({ length: groups }, (_, group) => of.filter((one) => one.group === group).length);
	return Array.from({ length: size }, () => counts);
};

/** Candidates 0 to 3 were chosen, 4 was not: a quarter of the people may expect one. */
function near(behind: number, all: number) {
	const of = [...people(behind, 0, [4]), ...people(all - behind, 0, [0, 1, 2, 3])];
	return undecided(supportOf(of, 1, 5), new Set([0, 1, 2, 3]), everybody(of, 1, 5));
}

describe('how undecided it is whether leaving something out is a violation', () => {
	it.each([
		['a quarter of a hundred meets the bar exactly', 25, 100, 1],
		['nearly a quarter of a hundred may yet meet it', 22, 100, 0.7],
		['a few more than a quarter may yet be fewer', 30, 100, 0.4],
		['a tenth of a hundred surely does not', 10, 100, 0],
		['a half surely does', 50, 100, 0],
		['22 of 100 is near, the same share of 2,000 is not', 440, 2_000, 0]
	])('%s', (_, behind, all, expected) => {
		expect(near(behind, all)[4]).toBeCloseTo(expected, 0);
		if (expected % 1 > 0) expect([0, 1]).not.toContain(near(behind, all)[4]);
	});

	it('is nothing of what was chosen', () => {
		expect(near(25, 100).slice(0, 4)).toEqual([0, 0, 0, 0]);
	});

	it('looks at those who have seen it: whoever has not may say anything', () => {
		const of = [...people(25, 0, [4]), ...people(75, 0, [0, 1, 2, 3])];
		const of4 = (seen: number) =>
			undecided(supportOf(of, 1, 5), new Set([0, 1, 2, 3]), everybody(of, 1, 5).with(4, [seen]))[4];
		expect([of4(100), of4(40)]).toEqual([1, 0]);
		expect(undecided(supportOf(people(9, 0, [0]), 1, 2), new Set([0]), [[9], [0]])[1]).toBe(1);
	});

	it('counts groups the same: half of a small group is a quarter of two', () => {
		const of = [...people(900, 0, [0, 1, 2, 3]), ...people(50, 1, [4]), ...people(50, 1, [0, 1, 2, 3])];
		const found = undecided(supportOf(of, 2, 5), new Set([0, 1, 2, 3]), everybody(of, 2, 5));
		expect(found[4]).toBeCloseTo(1);
	});

	it('is nothing where nothing was chosen or nobody came', () => {
		expect(undecided(supportOf([], 1, 2), new Set(), [])).toEqual([0, 0]);
		expect(undecided(supportOf([], 0, 0), new Set([0]), [])).toEqual([]);
	});
});
