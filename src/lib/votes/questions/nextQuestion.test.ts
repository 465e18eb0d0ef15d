import { describe, expect, it } from 'vitest';
import type { Group } from '#lib/people/person.ts';
import { DECLARED_GROUPS } from '../../../../tests/support/opinion/groups.ts';
import { nextQuestion, weightsOf, type Askable } from './nextQuestion.ts';

interface Polled extends Askable {
	groups: { group: Group; agree: number; n: number }[];
}

const point = (number: number): Polled => ({
	number,
	groups: DECLARED_GROUPS.map((group) => ({ group, agree: 0, n: 0 })),
	answers: 0
});

function dice(seed: number): () => number {
	let state = seed;
	return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

type Order = typeof nextQuestion;

/** One person after the other answers ten questions. Answers with how often each point was asked about. */
function poll(
	points: Polled[],
	people: readonly Group[],
	agrees: (number: number) => number,
	order: Order = nextQuestion
): Map<number, number> {
	const roll = dice(3);
	const asked = new Map<number, number>();
	for (const [person, group] of people.entries()) {
		const seen = new Set<number>();
		for (let question = 0; question < 10; question++) {
			const open = points.filter(({ number }) => !seen.has(number));
			const number = order(open, { group, seed: `${person} ${[...seen].join()}` });
			const chosen = points.find((one) => one.number === number);
			if (!chosen) break;
			seen.add(chosen.number);
			asked.set(chosen.number, (asked.get(chosen.number) ?? 0) + 1);
			const own = chosen.groups.find((one) => one.group === group);
			if (own) own.n += 1;
			if (own && roll() < agrees(chosen.number)) own.agree += 1;
			chosen.answers += 1;
		}
	}
	return asked;
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const people = (count: number) => numbers(count).map((n) => DECLARED_GROUPS[n % 3] ?? 'none');

describe('the next point', () => {
	it('is the same for the same seed, whatever the order of the points', () => {
		const points = numbers(20).map(point);
		for (const seed of ['a', 'b', 'c', 'd']) {
			const asker = { group: 'none', seed } as const;
			expect(nextQuestion(points, asker)).toBe(nextQuestion(points.toReversed(), asker));
		}
		const several = numbers(40).map((n) => nextQuestion(points, { group: 'none', seed: `seed ${n}` }));
		expect(new Set(several).size).toBeGreaterThan(10);
	});

	it('is none when there is none', () => expect(nextQuestion([], { group: 'affected', seed: 'a' })).toBeNull());

	it('brings every declared group to ten answers on every point, with hardly an answer more than it takes', () => {
		const points = numbers(30).map(point);
		// Thirty points, ten answers each, three groups: ninety people with ten answers would do if all went perfectly.
		poll(points, people(96), () => 0.7);
		const fewest = Math.min(...points.flatMap(({ groups }) => groups.map(({ n }) => n)));
		expect(fewest).toBeGreaterThanOrEqual(10);
	});

	const lot = dice(5);
	it.each<[string, Order]>([
		['by lot', (open) => open[Math.floor(lot() * open.length)]?.number ?? null],
		['always the least asked', (open) => [...open].sort((a, b) => a.answers - b.answers)[0]?.number ?? null]
	])('brings them there with fewer than if it were chosen %s', (_, order) => {
		const [ours, theirs] = [nextQuestion, order].map((one) => {
			const points = numbers(30).map(point);
			poll(points, people(96), () => 0.7, one);
			return points.flatMap(({ groups }) => groups.filter(({ n }) => n < 10)).length;
		});
		expect(ours).toBe(0);
		expect(theirs).toBeGreaterThan(10);
	});

	it('is one that the person’s own group has hardly answered, however many others did', () => {
		const points = [
			{ ...point(1), groups: DECLARED_GROUPS.map((group) => ({ group, agree: 30, n: 60 })), answers: 180 },
			{
				...point(2),
				groups: DECLARED_GROUPS.map((group) => ({ group, agree: 0, n: group === 'practice' ? 900 : 0 })),
				answers: 900
			}
		];
		for (const seed of numbers(30).map(String)) expect(nextQuestion(points, { group: 'affected', seed })).toBe(2);
	});

	it.each([
		[0.1, 0.8],
		[0.8, 0.1]
	])('of which few agree comes at least half as often as one that most like (%f, %f)', (first, rest) => {
		const points = numbers(40).map(point);
		const agrees = (number: number) => (number <= 20 ? first : rest);
		const asked = poll(points, people(900), agrees);
		const mean = (of: number[]) => of.reduce((sum, number) => sum + (asked.get(number) ?? 0), 0) / of.length;
		const [one, other] = [mean(numbers(20)), mean(numbers(40).slice(20))];
		expect(Math.min(one / other, other / one)).toBeGreaterThan(0.5);
		// Not only on average: nobody is left out.
		expect(Math.min(...numbers(40).map((number) => asked.get(number) ?? 0))).toBeGreaterThan(0.5 * (9_000 / 40));
	});
});

describe('the weight of a point', () => {
	const asked = (answers: number, agree: number, n: number, extremity = 0): Askable => ({
		...{ number: 1, answers, extremity },
		groups: DECLARED_GROUPS.map((group) => ({ group, agree, n }))
	});
	it('is higher when it is new, unsure, or divides', () => {
		const [young = 0, old = 0] = weightsOf([asked(0, 15, 30), asked(90, 15, 30)]);
		expect(young / old).toBeCloseTo(9, 3);
		const [unsure = 0, sure = 0] = weightsOf([asked(90, 5, 10), asked(90, 500, 1000)]);
		expect(unsure).toBeGreaterThan(3 * sure);
		// The group that is least sure counts, not the others.
		const few = {
			...asked(90, 250, 500),
			groups: DECLARED_GROUPS.map((group, n) => ({ group, agree: 1, n: n ? 500 : 2 }))
		};
		const [one = 0, all = 0] = weightsOf([few, asked(90, 250, 500)]);
		expect(one).toBeGreaterThan(3 * all);
		const [apart = 0, alike = 0] = weightsOf([asked(90, 15, 30, 2), asked(90, 15, 30, 0)]);
		expect(apart / alike).toBeCloseTo(3, 3);
	});

	it('is up to five times as high where it is undecided whether people miss it, once all groups have their ten', () => {
		const [open = 0, closed = 0] = weightsOf([{ ...asked(90, 15, 30), undecided: 1 }, asked(90, 15, 30)]);
		expect(open / closed).toBeCloseTo(5, 3);
		const [half = 0, none = 0] = weightsOf([{ ...asked(90, 15, 30), undecided: 0.5 }, asked(90, 15, 30)]);
		expect(half / none).toBeCloseTo(3, 3);
		const [early = 0, alike = 0] = weightsOf([{ ...asked(9, 1, 3), undecided: 1 }, asked(9, 1, 3)], { missed: false });
		expect(early).toBe(alike);
	});

	it('does not hold a group back from its ten answers, however undecided other points are', () => {
		const points = numbers(30).map((number) => ({ ...point(number), undecided: number === 1 ? 1 : 0 }));
		poll(points, people(96), () => 0.7);
		expect(Math.min(...points.flatMap(({ groups }) => groups.map(({ n }) => n)))).toBeGreaterThanOrEqual(10);
	});

	it('never falls below a fifth of the mean', () => {
		const weights = weightsOf([asked(0, 0, 0), asked(100_000, 50_000, 100_000)]);
		const raw = [9 * 0.5, 0];
		expect(weights[1]).toBeGreaterThan(0.2 * ((raw[0] ?? 0) / 2) - 1e-9);
	});
});
