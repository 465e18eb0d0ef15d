import { describe, expect, it } from 'vitest';
import { equalShares, plainMajority, PURSES, type Ballots, type Purse, type Round } from './equalShares.ts';

/** By person: the group and what she ticks. */
type Ticked = readonly (readonly [group: number, ticks: readonly number[]])[];

const ballotsOf = (groups: number, measures: number, people: Ticked): Ballots => ({
	groups,
	group: Uint8Array.from(people, ([group]) => group),
	supporters: Array.from({ length: measures }, (_, measure) =>
		Uint32Array.from(people.flatMap(([, ticks], person) => (ticks.includes(measure) ? [person] : [])))
	)
});
/** So many people of this group who tick this. */
const many = (count: number, group: number, ...ticks: number[]) =>
	Array.from({ length: count }, () => [group, ticks] as const);
const told = (rounds: readonly Round[]) => rounds.map(({ measure, how }) => `${measure} ${how}`);

describe('worked by hand', () => {
	// Ten people, a budget of 100: a purse of 10 each. Six want 0 and 1, four want 2, and one of each side wants 3.
	const people = [...many(5, 0, 0, 1), ...many(1, 0, 0, 1, 3), ...many(1, 1, 2, 3), ...many(3, 1, 2)];
	const ballots = ballotsOf(2, 4, people);
	const costs = [50, 40, 30, 20];

	it('the measure that asks least of each supporter comes first, and whoever has paid has less for the next', () => {
		const { rounds, raised, left } = equalShares(ballots, costs, 100, 'people');
		// 40 ÷ 6 = 6.67 each. Then 0 would need 50 of six purses that hold 3.33; 30 ÷ 4 = 7.50 each is there.
		expect(told(rounds)).toEqual(['1 shares', '2 shares', '3 support']);
		expect(rounds.map(({ most }) => most && Number(most.toFixed(2)))).toEqual([6.67, 7.5, null]);
		expect(rounds.map(({ supporters }) => supporters)).toEqual([
			[6, 0],
			[0, 4],
			[1, 1]
		]);
		expect(rounds.map(({ paid }) => paid.map(Math.round))).toEqual([
			[40, 0],
			[0, 30],
			[0, 0]
		]);
		// Raised by half, the six could pay for 0 as well (2 × 7.5 = 15 each): 120 would be more than there is. So purses
		// grow by 40 steps, and what is left goes to the one that still fits.
		expect(raised).toBeCloseTo(1.01 ** 40, 9);
		expect(left).toBe(10);
	});

	it('whoever has less than the part asked gives all she has, and the others share the rest', () => {
		// Purses of 6; two people want both measures, one only the second.
		const three = ballotsOf(1, 2, [...many(2, 0, 0, 1), ...many(1, 0, 1)]);
		const asked = (costs: readonly number[]) => {
			const { rounds, raised, left } = equalShares(three, costs, 18, 'people');
			return { rounds: rounds.map(({ measure, most }) => [measure, Number(most?.toFixed(9))]), raised, left };
		};
		// After 3 + 3 there are 3, 3 and 6: 10 is 3 + 3 + 4.
		expect(asked([6, 10])).toEqual({
			rounds: [
				[0, 3],
				[1, 4]
			],
			raised: 1,
			left: 2
		});
		// After 3.5 + 3.5 there are 2.5, 2.5 and 6: exactly the 11 that is asked.
		expect(asked([7, 11])).toMatchObject({
			rounds: [
				[0, 3.5],
				[1, 6]
			],
			left: 0
		});
	});

	it('a small group has a say of its own where every group gets the same sum', () => {
		// Eight want 0 and 1, two want 2; the budget pays for two. Purses of 2 each, or of 1.25 and 5.
		const two = ballotsOf(2, 3, [...many(8, 0, 0, 1), ...many(2, 1, 2)]);
		const of = (purse: Purse) => told(equalShares(two, [10, 10, 10], 20, purse).rounds);
		expect(of('people')).toEqual(['0 shares', '1 shares']);
		expect(of('groups')).toEqual(['0 shares', '2 shares']);
		expect(plainMajority(two, [10, 10, 10], 20)).toEqual([0, 1]);
	});

	it('whoever is in no group has the purse of everybody, and the groups share the rest', () => {
		// 12 people, a budget of 24: the two in no group have 2 each, the groups of 8 and 2 share 20: 1.25 and 5 each.
		const three = ballotsOf(3, 3, [...many(8, 0, 0), ...many(2, 1, 1), ...many(2, 2, 2)]);
		const { rounds, raised } = equalShares({ ...three, outside: [2] }, [10, 10, 4], 24, 'groups');
		expect(rounds.map(({ measure, most }) => [measure, most])).toEqual([
			[0, 1.25],
			[2, 2],
			[1, 5]
		]);
		expect(raised).toBe(1);
	});

	it('what can be paid to the last cent is paid, also where thirds do not come out even', () => {
		const three = ballotsOf(1, 3, many(3, 0, 0, 1, 2));
		const { rounds, raised, left } = equalShares(three, [1, 7, 2], 10, 'people');
		expect(told(rounds)).toEqual(['0 shares', '2 shares', '1 shares']);
		expect([raised, left]).toEqual([1, 0]);
	});

	it('of two that ask the same the first one comes first', () => {
		const tied = ballotsOf(2, 3, [...many(7, 0, 2, 1), ...many(7, 1, 2, 1), ...many(3, 1, 0)]);
		for (const purse of PURSES) {
			expect(equalShares(tied, [99, 3, 3], 6, purse).rounds.map(({ measure }) => measure)).toEqual([1, 2]);
			// One fits only: by support too the first one wins.
			expect(equalShares(tied, [99, 5, 5], 5, purse).rounds.map(({ measure }) => measure)).toEqual([1]);
		}
		expect(plainMajority(tied, [99, 5, 5], 5)).toEqual([1]);
	});
});

describe('what comes in as it should not', () => {
	it.each(PURSES)('nobody, or nobody who ticks anything, takes nothing (%s)', (purse) => {
		const nobody = equalShares(ballotsOf(3, 2, []), [1, 3], 10, purse);
		const without = equalShares(ballotsOf(3, 2, many(4, 1)), [1, 3], 10, purse);
		for (const one of [nobody, without]) expect(one).toEqual({ purse, raised: 1, rounds: [], left: 10 });
		expect(plainMajority(ballotsOf(3, 2, []), [1, 3], 10)).toEqual([]);
	});

	it.each(PURSES)('what costs more than there is, is not taken; a budget of nothing pays for nothing (%s)', (purse) => {
		const ballots = ballotsOf(1, 2, many(5, 0, 0, 1));
		expect(told(equalShares(ballots, [11, 4], 10, purse).rounds)).toEqual(['1 shares']);
		expect(equalShares(ballots, [11, 4], 0, purse)).toEqual({ purse, raised: 1, rounds: [], left: 0 });
		expect([plainMajority(ballots, [11, 4], 10), plainMajority(ballots, [11, 4], 0)]).toEqual([[1], []]);
	});

	it('a group that nobody is in gets no part, and one person alone decides', () => {
		const alone = ballotsOf(6, 3, many(1, 4, 0, 2));
		for (const purse of PURSES) {
			const { rounds, left } = equalShares(alone, [4, 4, 4], 9, purse);
			expect([told(rounds), left]).toEqual([['0 shares', '2 shares'], 1]);
			expect(rounds[0]?.paid).toEqual([0, 0, 0, 0, 4, 0]);
		}
	});

	it.each([0, -1, Number.NaN, Infinity])('a cost of %s is refused', (cost) => {
		expect(() => equalShares(ballotsOf(1, 1, many(3, 0, 0)), [cost], 10, 'people')).toThrow('cost');
		expect(() => plainMajority(ballotsOf(1, 1, many(3, 0, 0)), [cost], 10)).toThrow('cost');
	});
});

/** A fixed dice. */
function dice(seed: number): () => number {
	let state = seed;
	return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

function* instances(count: number) {
	const roll = dice(7);
	for (let run = 0; run < count; run++) {
		const [groups, measures] = [1 + Math.floor(roll() * 4), 2 + Math.floor(roll() * 9)];
		const eager = 0.1 + roll() * 0.6;
		const people = Array.from({ length: 1 + Math.floor(roll() * 40) }, () => {
			const ticks = Array.from({ length: measures }, (_, at) => at).filter(() => roll() < eager);
			return [Math.floor(roll() * roll() * groups), ticks] as const;
		});
		const costs = Array.from({ length: measures }, () => [1, 3, 10][Math.floor(roll() * 3)] ?? 1);
		const all = costs.reduce((sum, cost) => sum + cost, 0);
		yield { people, costs, ballots: ballotsOf(groups, measures, people), budget: Math.ceil(all * roll()) };
	}
}
type Instance = ReturnType<typeof instances> extends Generator<infer One> ? One : never;

const pursesOf = ({ people, budget }: Instance, purse: Purse) => {
	const size = (group: number) => people.filter(([own]) => own === group).length;
	const present = new Set(people.map(([group]) => group)).size;
	return people.map(([group]) => budget / (purse === 'people' ? people.length : present * size(group)));
};
const supportersOf = ({ people }: Instance, measure: number) =>
	people.flatMap(([, ticks], person) => (ticks.includes(measure) ? [person] : []));

/** The method as it is described, without any of what makes it fast: ρ by sorting, every round and every step anew. */
function asDescribed(instance: Instance, purses: readonly number[]): number[] {
	const [left, taken]: [number[], number[]] = [[...purses], []];
	for (;;) {
		const asks = instance.costs.flatMap((cost, measure) => {
			const owns = supportersOf(instance, measure).map((person) => left[person] ?? 0);
			const most = taken.includes(measure) ? null : least(owns, cost);
			return most === null ? [] : [{ measure, most }];
		});
		const lowest = Math.min(...asks.map(({ most }) => most));
		const next = asks.find(({ most }) => most <= lowest * (1 + 1e-9));
		if (!next) return taken;
		taken.push(next.measure);
		for (const one of supportersOf(instance, next.measure)) left[one] = Math.max(0, (left[one] ?? 0) - next.most);
	}
}

function least(owns: readonly number[], cost: number): number | null {
	const sorted = [...owns].sort((a, b) => a - b);
	let open = cost;
	for (const [place, own] of sorted.entries()) {
		const part = open / (sorted.length - place);
		if (part <= own * (1 + 1e-9)) return part;
		open -= own;
	}
	return null;
}

function raisedAsDescribed(instance: Instance, purse: Purse): number[] {
	const costOf = (all: readonly number[]) => all.reduce((sum, measure) => sum + (instance.costs[measure] ?? 0), 0);
	const first = pursesOf(instance, purse);
	let best = asDescribed(instance, first);
	for (let step = 1; ; step++) {
		const wanted = (cost: number, measure: number) =>
			!best.includes(measure) && supportersOf(instance, measure).length > 0 && cost <= instance.budget - costOf(best);
		if (!instance.costs.some(wanted)) return best;
		const next = asDescribed(
			instance,
			first.map((own) => own * 1.01 ** step)
		);
		if (costOf(next) > instance.budget) return best;
		best = next;
	}
}

describe('whatever people tick', () => {
	it('takes what the method as it is described takes, in the same order', () => {
		for (const instance of instances(250)) {
			for (const purse of PURSES) {
				const { rounds } = equalShares(instance.ballots, instance.costs, instance.budget, purse);
				const shares = rounds.filter(({ how }) => how === 'shares').map(({ measure }) => measure);
				expect(shares, JSON.stringify(instance)).toEqual(raisedAsDescribed(instance, purse));
			}
		}
	});

	it('the budget is enough, nobody pays more than her purse, supporters pay exactly the cost, and nobody else does', () => {
		for (const instance of instances(400)) {
			for (const purse of PURSES) {
				const { rounds, raised, left } = equalShares(instance.ballots, instance.costs, instance.budget, purse);
				expect(left).toBeGreaterThanOrEqual(0);
				expect(left + rounds.reduce((sum, { cost }) => sum + cost, 0)).toBeCloseTo(instance.budget, 9);
				expect(new Set(rounds.map(({ measure }) => measure)).size).toBe(rounds.length);
				const purses = pursesOf(instance, purse).map((own) => own * raised);
				for (const { measure, cost, most, paid } of rounds) {
					if (most === null) continue;
					const parts = supportersOf(instance, measure).map((one) => [one, Math.min(purses[one] ?? 0, most)] as const);
					for (const [one, part] of parts) purses[one] = (purses[one] ?? 0) - part;
					expect(Math.min(...purses)).toBeGreaterThan(-1e-9);
					expect(parts.reduce((sum, [, part]) => sum + part, 0)).toBeCloseTo(cost, 6);
					expect(paid.reduce((sum, part) => sum + part, 0)).toBeCloseTo(cost, 6);
				}
				// Before what is left goes to what most want: no supporters of anything else could pay for it together.
				const taken = new Set(rounds.filter(({ most }) => most !== null).map(({ measure }) => measure));
				for (const [measure, cost] of instance.costs.entries()) {
					if (taken.has(measure)) continue;
					const together = supportersOf(instance, measure).reduce((sum, one) => sum + (purses[one] ?? 0), 0);
					expect(together).toBeLessThan(cost * (1 + 1e-9));
				}
			}
		}
	});

	it('in the end nothing that somebody wants would still fit', () => {
		for (const instance of instances(200)) {
			for (const purse of PURSES) {
				const { rounds, left } = equalShares(instance.ballots, instance.costs, instance.budget, purse);
				const taken = new Set(rounds.map(({ measure }) => measure));
				const fitting = instance.costs.filter(
					(cost, at) => cost <= left && !taken.has(at) && supportersOf(instance, at).length > 0
				);
				expect(fitting).toEqual([]);
			}
		}
	});

	it('the order in which ballots lie changes nothing', () => {
		for (const instance of instances(100)) {
			const people = [...instance.people].reverse();
			const turned = ballotsOf(instance.ballots.groups, instance.costs.length, people);
			for (const purse of PURSES) {
				const [one, other] = [instance.ballots, turned].map((ballots) =>
					told(equalShares(ballots, instance.costs, instance.budget, purse).rounds)
				);
				expect(one).toEqual(other);
			}
		}
	});
});
