import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupsDiffer, fisher } from './groupDifference.ts';

interface Votes {
	agree: number;
	n: number;
}

/** The definition, number by number, with exact integers. */
function byDefinition(one: Votes, other: Votes): number {
	const agree = one.agree + other.agree;
	const tables = (k: number) => choose(one.n, k) * choose(other.n, agree - k);
	const ours = tables(one.agree);
	let sum = 0n;
	for (let k = Math.max(0, agree - other.n); k <= Math.min(agree, one.n); k++) {
		if (tables(k) <= ours) sum += tables(k);
	}
	return Number((sum * 10n ** 15n) / choose(one.n + other.n, agree)) / 1e15;
}

function choose(n: number, k: number): bigint {
	let product = 1n;
	for (let i = 1; i <= k; i++) product = (product * BigInt(n - k + i)) / BigInt(i);
	return product;
}

const votes = (most: number) =>
	fc.nat(most).chain((n) => fc.record({ agree: fc.nat(Math.max(1, n)), n: fc.constant(Math.max(1, n)) }));

test('the likelihood of a difference by chance is what its definition says', () => {
	fc.assert(
		fc.property(votes(60), votes(400), (one, other) => {
			expect(fisher(one, other)).toBeCloseTo(byDefinition(one, other), 9);
			expect(fisher(other, one)).toBeCloseTo(fisher(one, other), 9);
		}),
		{ numRuns: 300 }
	);
});

test('a hundred thousand votes are compared as quickly as a hundred', () => {
	const began = performance.now();
	for (let n = 0; n < 100; n++) {
		expect(fisher({ agree: 31_000 + n, n: 62_500 }, { agree: 31_500, n: 62_500 })).toBeGreaterThan(0);
		expect(fisher({ agree: 10_000 + n, n: 62_500 }, { agree: 50_000, n: 62_500 })).toBeLessThan(1e-9);
	}
	// The sum over all tables takes about 15 ms for each of them.
	expect(performance.now() - began).toBeLessThan(1_000);
});

test('people differ when chance does not explain it and it matters', () => {
	expect(groupsDiffer([votesOf(45, 50), votesOf(20, 50)])).toBe(true);
	// Certain, but small.
	expect(groupsDiffer([votesOf(60_000, 100_000), votesOf(50_000, 100_000)])).toBe(false);
	// Large, but perhaps chance.
	expect(groupsDiffer([votesOf(8, 10), votesOf(5, 10)])).toBe(false);
});

const votesOf = (agree: number, n: number) => ({ agree: { least: agree, most: agree }, n });
