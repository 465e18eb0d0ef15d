import { describe, expect, it } from 'vitest';
import type { ReadyRound } from '../priority.ts';
import { sum } from '../../votes/suppression/suppression.ts';
import { Counting, leftAfter, resultOf, ResultText, StepQuery } from './result.ts';

const GROUPS = ['affected', 'practice', 'none'];
const round = (count: number, budget = 8): ReadyRound => ({
	...{ phaseId: 'p', consultationId: 'c', versionId: 'v', budget, revision: 1, fixedOn: null, computedAt: null },
	weights: { small: 1, medium: 3, large: 10 },
	measures: Array.from({ length: count }, (_, at) => ({
		...{ id: 100 + at, number: at + 1, measureId: `m${at}` },
		costClass: (['small', 'medium', 'large'] as const)[at % 3] ?? 'small'
	}))
});

type Ballots = readonly (readonly [count: number, group: string, ...numbers: number[]])[];
function counted(ballots: Ballots, of = round(4)) {
	const counting = new Counting(of, GROUPS);
	for (const [count, group, ...numbers] of ballots)
		for (let n = 0; n < count; n++) counting.add({ group, ticks: numbers.map((number) => 99 + number) });
	return resultOf(of, counting, ['affected', 'practice']);
}

/** What the hidden groups tick, and do not: what subtraction gives. */
const rest = (hidden: readonly string[], counts: (key: string) => number[]) =>
	[0, 1].map((place) => sum(hidden.map((key) => counts(key)[place] ?? 0)));

describe('a result', () => {
	it('tells of a group only where each of its counts may be told, and nobody can be subtracted', () => {
		const result = counted([
			[12, 'affected', 1, 2],
			[8, 'affected', 2, 4],
			[6, 'practice', 1, 4],
			[7, 'practice', 2, 4],
			[2, 'practice', 3, 4]
		]);
		expect(result.measures.map(({ ticks, groups }) => [ticks, groups])).toEqual([
			[18, { affected: 12, practice: 6, none: 0 }],
			[27, { affected: 20, practice: 7, none: 0 }],
			// Two of all tick the third: no count.
			[null, { affected: null, practice: null, none: null }],
			[23, { affected: 8, practice: 15, none: 0 }]
		]);
		expect(ResultText.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
	});

	it('holds groups back until they are enough together, so that subtraction tells nobody', () => {
		const result = counted([
			[30, 'affected', 1, 2],
			[12, 'affected', 2, 4],
			[7, 'practice', 1, 4],
			[6, 'practice', 2, 4],
			[2, 'none', 1, 4]
		]);
		// The two in no group are hidden in fifteen: nine tick the first and six do not.
		expect(result.measures[0]).toMatchObject({ ticks: 39, groups: { affected: 30, practice: null, none: null } });
		// Of the second six and nine; the fourth is ticked by all fifteen, which of fifteen may be told.
		expect(result.measures[1]).toMatchObject({ ticks: 48, groups: { affected: 42, practice: null, none: null } });
		const [first] = result.outcomes?.people.rounds ?? [];
		expect(first).toMatchObject({ number: 1, carried: { affected: 77, practice: null, none: null } });
	});

	it('tells of no group anything that one to four people have ticked or left out, however people tick', () => {
		let told = 0;
		for (let run = 0; run < 400; run++) {
			const some = (most: number, salt: number) => ((run * 7_919 + salt * 104_729) % 997) % most;
			const sizes = GROUPS.map((group, place) => [some(30, place + 1), group] as const);
			const ballots = sizes.flatMap(([size, group], place) => {
				const ticking = some(size + 1, place + 9);
				return [[ticking, group, 1] as const, [size - ticking, group, 2] as const];
			});
			const counts = (key: string) => ballots.filter(([, group]) => group === key).map(([count]) => count);
			const [measure] = counted(ballots).measures;
			const groups = Object.entries(measure?.groups ?? {});
			const hidden = groups.filter(([, count]) => count === null).map(([key]) => key);
			if (measure?.ticks === null) continue;
			const lines = [...groups.flatMap(([key, count]) => (count === null ? [] : [counts(key)])), rest(hidden, counts)];
			for (const line of lines) {
				told++;
				expect(
					line.some((count) => count > 0 && count < 5),
					JSON.stringify(ballots)
				).toBe(false);
			}
		}
		expect(told).toBeGreaterThan(500);
	});

	it('says who carried a measure, as a part of its cost', () => {
		const { outcomes } = counted([
			[12, 'affected', 1, 2, 3],
			[8, 'affected', 2, 4],
			[9, 'practice', 1, 4],
			[6, 'practice', 3, 4]
		]);
		for (const { how, most, carried } of outcomes?.people.rounds ?? []) {
			if (how === 'support') expect([most, carried]).toEqual([null, null]);
			else expect(sum(Object.values(carried ?? {}).map((part) => part ?? 0))).toBe(100);
		}
	});

	it('gives a group of a few no part of its own, and says which', () => {
		const ballots: Ballots = [
			[20, 'affected', 1, 2],
			[3, 'practice', 3, 4]
		];
		const result = counted(ballots);
		expect(result.joined).toEqual(['practice']);
		expect(result.people).toEqual({ total: 23, groups: { affected: null, practice: null, none: null } });
		// Nothing of what three people want is bought with a part that only they have.
		const orders = [result.outcomes?.people, result.outcomes?.groups].map((one) => one?.rounds.map((r) => r.number));
		expect(orders[0]).toEqual(orders[1]);
	});

	it.each([0, 1, 4])('of %s people tells nothing', (count) => {
		const result = counted([[count, 'affected', 1, 2, 3]]);
		expect(result).toMatchObject({
			outcomes: null,
			majority: [],
			joined: [],
			people: { total: count === 0 ? 0 : null }
		});
	});

	it('leaves out ballots on which nothing is ticked that stands here', () => {
		expect(
			counted([
				[9, 'affected', 17],
				[6, 'affected', 1, 2, 3]
			]).people.total
		).toBe(6);
	});

	it('can be replayed step by step', () => {
		const { outcomes } = counted([[20, 'affected', 1, 2, 4]]);
		const people = outcomes?.people;
		expect(people?.rounds.map(({ number }) => number)).toEqual([1, 4, 2]);
		expect([0, 1, 2, 3, 9].map((steps) => people && leftAfter(8, people, steps))).toEqual([8, 7, 6, 3, 3]);
		expect(StepQuery.parse({})).toEqual({ geldbeutel: 'people', schritt: null });
		expect(StepQuery.parse({ geldbeutel: 'groups', schritt: '2' })).toEqual({ geldbeutel: 'groups', schritt: 2 });
		expect(StepQuery.parse({ geldbeutel: '<b>', schritt: '-1' })).toEqual({ geldbeutel: 'people', schritt: null });
	});
});
