import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Chance } from '../chance.ts';
import { clusters } from './clusters.ts';
import { sumsOf, SUMS } from './kdTreeFiltering.ts';
import { cloud, type Cloud } from './kdTree.ts';
import { Lloyd } from './lloyd.ts';
import { startCentres } from './startCentres.ts';

const WHOLE = fc.integer({ min: -6, max: 6 });
/** Many on the same place, many in a row: where shortcuts go wrong. */
const crowd = fc.array(fc.tuple(WHOLE, WHOLE, fc.integer({ min: 1, max: 3 })), { minLength: 1, maxLength: 200 });

function made(people: readonly (readonly [number, number, number])[], turn: number): Cloud {
	const [sin, cos] = [Math.sin(turn), Math.cos(turn)];
	const places = people.flatMap(([x, y]) => [x * cos - y * sin, x * sin + y * cos]);
	return cloud(
		Float64Array.from(places),
		Float64Array.from(people, ([, , often]) => often)
	);
}

/** Who is nearest to which centre, one by one. */
function oneByOne({ places, weights }: Cloud, centres: Float64Array): number[] {
	const out = Array.from({ length: centres.length / 2 }, () => 0);
	weights.forEach((weight, p) => {
		const away = out.map(
			(_, c) =>
				((places[2 * p] ?? 0) - (centres[2 * c] ?? 0)) ** 2 +
				((places[2 * p + 1] ?? 0) - (centres[2 * c + 1] ?? 0)) ** 2
		);
		const best = away.indexOf(Math.min(...away));
		out[best] = (out[best] ?? 0) + weight;
	});
	return out;
}

/** Whether anybody stands between two centres, to the last digits, on the way of these to their end, one by one. */
function isUndecided({ places, weights }: Cloud, begun: Float64Array): boolean {
	const centres = Float64Array.from(begun);
	for (let round = 0; round < 1_000; round++) {
		const sums = Array.from({ length: centres.length / 2 }, () => ({ n: 0, x: 0, y: 0 }));
		for (const [p, weight] of weights.entries()) {
			const [x, y] = [places[2 * p] ?? 0, places[2 * p + 1] ?? 0];
			const away = sums.map((_, c) => Math.hypot(x - (centres[2 * c] ?? 0), y - (centres[2 * c + 1] ?? 0)));
			const [first = 0, second = Infinity] = away.toSorted((a, b) => a - b);
			if (second - first < 1e-9) return true;
			const sum = sums[away.indexOf(first)];
			if (sum) [sum.n, sum.x, sum.y] = [sum.n + weight, sum.x + weight * x, sum.y + weight * y];
		}
		let moved = 0;
		for (const [c, { n, x, y }] of sums.entries()) {
			if (n === 0) continue;
			moved = Math.max(moved, Math.hypot(x / n - (centres[2 * c] ?? 0), y / n - (centres[2 * c + 1] ?? 0)));
			centres.set([x / n, y / n], 2 * c);
		}
		if (moved < 1e-12) return false;
	}
	return false;
}

describe('k-means', () => {
	it('gives whole regions to a centre exactly where every single place goes to it', () => {
		fc.assert(
			fc.property(crowd, fc.nat(1e6), fc.integer({ min: 1, max: 6 }), (people, seed, k) => {
				const chance = new Chance(seed);
				const all = made(people, 6 * chance.next());
				const centres = startCentres(all, k, chance).map((value) => value + chance.next() / 7);
				const sums = new Float64Array((SUMS * centres.length) / 2);
				sumsOf(all.tree, centres, sums);
				const weights = Array.from({ length: centres.length / 2 }, (_, c) => sums[SUMS * c]);
				expect(weights).toEqual(oneByOne(all, centres));
			})
		);
	});

	// Whoever stands exactly between two centres may go to either: which, is a matter of the last digits.
	it('comes to the same end whether it remembers the ways of other beginnings or not, where nobody stands between', () => {
		let compared = 0;
		fc.assert(
			fc.property(crowd, fc.nat(1e6), fc.integer({ min: 2, max: 5 }), (people, seed, k) => {
				const chance = new Chance(seed);
				const all = made(people, 6 * chance.next());
				const remembers = new Lloyd(all.tree);
				for (let turn = 0; turn < 20; turn++) {
					const begun = startCentres(all, k, chance).map((value) => value + chance.next() / 7);
					const alone = new Lloyd(all.tree).end(Float64Array.from(begun));
					const remembered = remembers.end(Float64Array.from(begun));
					if (isUndecided(all, begun)) continue;
					compared++;
					expect(remembered.gained).toBeCloseTo(alone.gained, 6);
				}
			})
		);
		expect(compared).toBeGreaterThan(500);
	});

	it('finds the best division there is', () => {
		fc.assert(
			fc.property(
				fc.array(fc.tuple(WHOLE, WHOLE, fc.constant(1)), { minLength: 2, maxLength: 9 }),
				fc.nat(1e6),
				(people, seed) => {
					const all = made(people, 1);
					const found = clusters(all, 2, new Chance(seed));
					const divisions = Array.from({ length: 2 ** people.length }, (_, bits) =>
						spread(all, (p) => (bits >> p) & 1)
					);
					expect(found.spread).toBeCloseTo(Math.min(...divisions), 8);
				}
			),
			{ numRuns: 30 }
		);
	});
});

/** The sum of squared distances to the middle of the own group. */
function spread({ places, weights }: Cloud, of: (p: number) => number): number {
	const groups = [0, 1].map((group) => [...weights.keys()].filter((p) => of(p) === group));
	const axis = (rows: readonly number[], at: 0 | 1) => {
		const values = rows.map((p) => places[2 * p + at] ?? 0);
		const middle = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
		return values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
	};
	return groups.reduce((sum, rows) => sum + axis(rows, 0) + axis(rows, 1), 0);
}
