import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { campOf, made } from '../../../tests/support/opinion/conversation.ts';
import { analyse } from './analysis.ts';
import { Chance } from './chance.ts';
import { Collecting } from './polis/collectVotes.ts';
import { randIndex } from './clustering/partitionSimilarity.ts';
import { groupLeast } from './stability/stability.ts';

type Vote = readonly [participant: number, statement: number, value: number];

function matrixOf(votes: readonly Vote[], zeroed: readonly number[] = []) {
	const collecting = new Collecting();
	for (const [participant, statement, value] of votes) {
		collecting.add(collecting.participant(String(participant)), collecting.statement(String(statement)), value);
	}
	return collecting.matrix((id) => zeroed.includes(Number(id)));
}

/** At most one vote of each person on each statement: with two the order would matter, and should. */
const ballots = fc.uniqueArray(fc.tuple(fc.nat(40), fc.nat(11), fc.constantFrom(-1, 0, 1)), {
	maxLength: 300,
	selector: ([participant, statement]) => participant * 100 + statement
});

describe('the landscape', () => {
	it('finds two camps that are there, and everybody in the right one', () => {
		const wish = { camps: [140, 60], statements: 40, each: 25 };
		const { k, stable, of, sizes } = analyse(made(wish));
		expect({ k, stable, sizes }).toEqual({ k: 2, stable: true, sizes: [140, 60] });
		expect(randIndex(Array.from(of), campOf(wish))).toBe(1);
	});

	it.each([1, 2, 3])('finds no groups among people who answer by chance (%i)', { timeout: 120_000 }, (seed) => {
		const { k, stable, characteristic, sizes } = analyse(made({ camps: [200], statements: 30, each: 20, seed }));
		expect({ k, stable, characteristic, sizes }).toEqual({ k: 1, stable: false, characteristic: [], sizes: [200] });
	});

	it('never shows a group of fewer than five, or of fewer than three in a hundred', () => {
		expect([groupLeast(10), groupLeast(1_000)]).toEqual([5, 30]);
		const four = analyse(made({ camps: [60, 4], statements: 40, each: 30 }));
		expect(four.k === 1 || Math.min(...four.sizes) >= 5).toBe(true);
	});

	it('is the same in whatever order votes come', { timeout: 120_000 }, () => {
		fc.assert(
			fc.property(ballots, fc.nat(), (votes, seed) => {
				const mixed = [...votes];
				const chance = new Chance(seed);
				mixed.sort(() => chance.next() - 0.5);
				expect(analyse(matrixOf(mixed, [3]))).toEqual(analyse(matrixOf(votes, [3])));
			}),
			{ numRuns: 15 }
		);
	});

	it(
		'has only finite numbers and whole groups, whatever people vote and however many groups are asked for',
		{ timeout: 120_000 },
		() => {
			fc.assert(
				fc.property(ballots, fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }), (votes, k) => {
					const matrix = matrixOf(votes);
					const found = analyse(matrix, k === undefined ? {} : { k });
					const numbers = [found.stability ?? 0, found.silhouette ?? 0, found.standardError ?? 0, ...found.positions];
					expect(numbers.every(Number.isFinite)).toBe(true);
					expect(found.sizes).toHaveLength(found.k);
					expect(found.sizes.every((size) => size > 0)).toBe(true);
					for (const { cells, gic, minLowerBound } of found.statements) {
						expect(cells.every(({ n, agree, disagree, pass }) => n === agree + disagree + pass)).toBe(true);
						expect(gic >= 0 && gic <= 1 && minLowerBound >= 0 && minLowerBound <= 1).toBe(true);
					}
				}),
				{ numRuns: 20 }
			);
		}
	);

	it.each([
		['nobody', [], { k: 0, stable: false }],
		['one person', [[1, 1, 1]], { k: 1, stable: false }],
		['one statement', Array.from({ length: 30 }, (_, n): Vote => [n, 1, n % 2 ? 1 : -1]), { stable: false }],
		[
			'everybody of one mind',
			Array.from({ length: 300 }, (_, n): Vote => [Math.floor(n / 10), n % 10, 1]),
			{ k: 1, stable: false }
		]
	] as const)('bears %s', (_, votes, expected) => {
		expect(analyse(matrixOf(votes))).toMatchObject(expected);
	});

	it('divides into as many groups as asked for, or as there are different positions', () => {
		const votes = Array.from({ length: 40 }, (_, n): Vote => [n % 4, Math.floor(n / 4), n % 4 < 2 ? 1 : -1]);
		expect(analyse(matrixOf(votes), { k: 9 })).toMatchObject({ k: 2, sizes: [2, 2] });
		expect(analyse(made({ camps: [40, 40], statements: 20, each: 20 }), { k: 5 }).sizes).toHaveLength(5);
	});
});
