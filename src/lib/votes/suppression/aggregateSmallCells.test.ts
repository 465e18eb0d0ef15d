import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextRelease } from './nextRelease.ts';
import { districtsIn } from '../participation/districts.ts';
import { suppress, PLACED, sum, type Counts, type Shown } from './suppression.ts';

/** All that was shown while these counts came one after the other. */
function shownAll(steps: readonly Counts[]): Shown[] {
	const shown: Shown[] = [];
	for (const counts of steps) shown.push(nextRelease(counts, shown, PLACED));
	return shown;
}

const towns = { koeln: 14, essen: 9, bonn: 7, hamm: 3, olpe: 1, none: 20 };

describe('where people live', () => {
	it('is told of places with some, and of the others together', () => {
		expect(districtsIn(suppress(towns, PLACED))).toEqual({
			places: [
				{ name: 'koeln', count: 14 },
				{ name: 'essen', count: 9 },
				{ name: 'none', count: 20 }
			],
			rest: 11,
			restSaidNothing: false
		});
		expect(districtsIn(suppress({ koeln: 2, none: 1 }, PLACED))).toMatchObject({ places: [], rest: null });
	});

	it('is told anew although one place has one more', () => {
		const [before, after] = shownAll([towns, { ...towns, koeln: 28, essen: 10, bonn: 8, hamm: 6, none: 40 }]);
		expect(before?.counts).toMatchObject({ koeln: 14, essen: 9, bonn: null });
		expect(after).toMatchObject({
			total: 93,
			counts: { koeln: 28, none: 40, bonn: 8, essen: null, hamm: null, olpe: null }
		});
	});

	it('stays as it was told while only a few have come', () => {
		const [before, after] = shownAll([towns, { ...towns, koeln: 16, bonn: 8 }]);
		expect(after).toEqual(before);
	});

	it('lets nobody find out about one to four people, whatever was told before', () => {
		const place = fc.integer({ min: 0, max: 12 });
		const growth = fc.array(fc.tuple(place, place, place, place, place, place), { minLength: 1, maxLength: 8 });
		fc.assert(
			fc.property(growth, (rounds) => {
				const names = Object.keys(towns);
				const steps: Counts[] = [];
				for (const round of rounds) {
					const last = steps.at(-1) ?? {};
					steps.push(Object.fromEntries(names.map((name, at) => [name, (last[name] ?? 0) + (round[at] ?? 0)])));
				}
				const all = shownAll(steps);
				for (const [at, one] of all.entries()) {
					expect(smallIn(one)).toEqual([]);
					for (const former of all.slice(0, at)) expect(smallBetween(former, one)).toEqual([]);
				}
			}),
			{ numRuns: 150 }
		);
	});
});

const isSmall = (count: number) => count !== 0 && Math.abs(count) < 5;

/** Of one telling: the counts, and what is left for those that are held back. */
function smallIn({ total, counts }: Shown): number[] {
	if (total === null) return [];
	const told = Object.values(counts).filter((count) => count !== null);
	const hidden = Object.keys(counts).length - told.length;
	return [...told, total, ...(hidden > 0 ? [total - sum(told)] : []), ...(hidden === 1 ? [1] : [])].filter(isSmall);
}

/** By subtracting one telling from the other. */
function smallBetween(before: Shown, after: Shown): number[] {
	if (before.total === null || after.total === null) return [];
	const changes = Object.entries(after.counts).flatMap(([name, count]) => {
		const old = before.counts[name];
		return count === null || old === null || old === undefined ? [] : [count - old];
	});
	return [...changes, after.total - before.total - sum(changes)].filter(isSmall);
}
