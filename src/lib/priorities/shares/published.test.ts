import { describe, expect, it } from 'vitest';
import { equalShares, plainMajority, type Ballots, type Round } from './equalShares.ts';

/** Worked examples that others have published, with their numbers written out: the same comes out here, round by round. */

/** By measure: who ticks it, counted from 1 as people are there. */
const ballotsOf = (people: number, ticks: readonly (readonly number[])[]): Ballots => ({
	groups: 1,
	group: new Uint8Array(people),
	supporters: ticks.map((who) => Uint32Array.from(who, (one) => one - 1))
});
/** What each pays at most, in hundredths. */
const told = (rounds: readonly Round[]) =>
	rounds.map(({ measure, how, most }) => [measure, how, most === null ? null : Number(most.toFixed(2))]);

/**
 * equalshares.net/explanation (as in 2ae8502 of github.com/equalshares/equalshares.net): eleven people, 1,100 to spend, five
 * projects. Two things are the same there: how a cost is shared, and how purses grow until nothing more fits. One is not:
 * there a project counts by its cost, so that the largest cost ÷ ρ comes first; here each measure counts as one, as
 * in the papers, and the smallest ρ comes first. Where all cost the same both are one.
 */
const [BIKE, GYM, PARK, PLAYGROUND, LIBRARY] = [0, 1, 2, 3, 4];
const COSTS = [700, 400, 250, 200, 100];
const BUDGET = 1_100;
const SIX = [1, 2, 3, 4, 5, 6];
const OTHERS = [
	[2, 4, 5, 7, 10],
	[7, 8, 9, 10],
	[7, 9, 10]
];
/** Only these are on the ballot. */
const among = (ticks: readonly (readonly number[])[], named: readonly number[]) =>
	ballotsOf(
		11,
		ticks.map((who, measure) => (named.includes(measure) ? who : []))
	);

describe('equalshares.net, “Example 1”', () => {
	const ticks = [[...SIX, 11], SIX, ...OTHERS];

	it('what wins there costs everybody the same here: 100 of seven, 50 of four, a third of 100', () => {
		const { rounds, raised, left } = equalShares(among(ticks, [BIKE, PLAYGROUND, LIBRARY]), COSTS, BUDGET, 'people');
		expect(told(rounds).sort()).toEqual([
			[BIKE, 'shares', 100],
			[PLAYGROUND, 'shares', 50],
			[LIBRARY, 'shares', 33.33]
		]);
		expect(rounds.map(({ supporters, paid }) => [supporters[0], Math.round(paid[0] ?? 0)]).sort()).toEqual([
			[3, 100],
			[4, 200],
			[7, 700]
		]);
		// 100 are left there, too, and nobody's purse has to grow.
		expect([raised, left]).toEqual([1, 100]);
	});

	it('most cities would take the bike path and the gym, as there', () => {
		expect(plainMajority(ballotsOf(11, ticks), COSTS, BUDGET)).toEqual([BIKE, GYM]);
	});

	it('with all five, cheap ones come first here: the library, the park, the gym and the playground win', () => {
		const { rounds } = equalShares(ballotsOf(11, ticks), COSTS, BUDGET, 'people');
		expect(rounds.map(({ measure }) => measure).sort()).toEqual([GYM, PARK, PLAYGROUND, LIBRARY]);
	});
});

describe('equalshares.net, “Example 2”: one of the seven wants the gym in place of the bike path', () => {
	const ticks = [SIX, [...SIX, 11], ...OTHERS];

	it('the same three win, and all six of the bike path together cannot pay for it, as there', () => {
		const { rounds, raised } = equalShares(among(ticks, [BIKE, GYM, PARK, PLAYGROUND]), COSTS, BUDGET, 'people');
		expect(rounds.map(({ measure }) => measure).sort()).toEqual([GYM, PARK, PLAYGROUND]);
		expect([raised, rounds.every(({ how }) => how === 'shares')]).toEqual([1, true]);
	});

	it('whoever has less than the others gives all of it, as there: after the gym three have 42.86 left for the park', () => {
		// At 300 the park asks 60 of each of five, more than the 57.14 of the gym, which so comes first here, too.
		const { rounds } = equalShares(among(ticks, [GYM, PARK]), [700, 400, 300, 200, 100], BUDGET, 'people');
		// Three give their 42.86, two share the other 171.43.
		expect(told(rounds)).toEqual([
			[GYM, 'shares', 57.14],
			[PARK, 'shares', 85.71]
		]);
	});

	it('and is completed as they recommend: purses grow until what is left buys nothing more, here the library too', () => {
		const { rounds, left } = equalShares(ballotsOf(11, ticks), COSTS, BUDGET, 'people');
		expect(rounds.map(({ measure }) => measure).sort()).toEqual([GYM, PARK, PLAYGROUND, LIBRARY]);
		expect(left).toBe(150);
	});
});

/**
 * Lackner and Skowron 2023, “Multi-Winner Voting with Approval Preferences”, Example 11 (profile of Example 1; also in the
 * tests of github.com/martinlackner/abcvoting): twelve people, four seats. A seat costs 1; everybody has a third.
 */
describe('Lackner and Skowron, “Example 11”', () => {
	const [a, b, c, d, e, f, g] = [0, 1, 2, 3, 4, 5, 6];
	const ballots = ballotsOf(12, [[1, 2, 3, 4, 5, 6, 7, 8], [1, 2, 3, 9], [4, 5, 6, 9], [7, 8], [10], [9, 11], [12]]);

	it('elects a for an eighth of each of eight people; then b, c and d, as its completion does', () => {
		const { rounds, left } = equalShares(ballots, [1, 1, 1, 1, 1, 1, 1], 4, 'people');
		expect(rounds.map(({ measure }) => measure)).toEqual([a, b, c, d]);
		expect(rounds[0]).toMatchObject({ how: 'shares', most: 1 / 8, supporters: [8] });
		expect(rounds.map(({ measure }) => measure).filter((one) => [e, f, g].includes(one))).toEqual([]);
		expect(left).toBe(0);
	});
});
