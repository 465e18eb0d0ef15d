import { describe, expect, it } from 'vitest';
import type { Group, Standing } from '#lib/people/person.ts';
import { fisher } from './contrast.ts';
import { summary, wilson, type Result } from './result.ts';

const votes = (group: Group, agree: number, pass: number, disagree: number, standing: Standing = 'person'): Result => ({
	group,
	standing,
	agree,
	pass,
	disagree,
	n: agree + pass + disagree
});

describe('the interval of a share', () => {
	it.each([
		[5, 5, 0.57, 1],
		[10, 10, 0.72, 1],
		[8, 10, 0.49, 0.94],
		[40, 50, 0.67, 0.89],
		[0, 0, 0, 1],
		[0, 5, 0, 0.43]
	])('of %i in %i is [%f, %f]', (hits, n, low, high) => {
		const interval = wilson(hits, n);
		expect(interval.low).toBeCloseTo(low, 2);
		expect(interval.high).toBeCloseTo(high, 2);
	});
});

describe('Fisher’s exact test', () => {
	it.each([
		['tea tasting', { agree: 3, n: 4 }, { agree: 1, n: 4 }, 0.4857],
		['all against none', { agree: 10, n: 10 }, { agree: 0, n: 10 }, 0.0000108],
		['the same', { agree: 5, n: 10 }, { agree: 5, n: 10 }, 1],
		['unequal groups', { agree: 1, n: 10 }, { agree: 11, n: 14 }, 0.002759]
	])('%s', (_, one, other, p) => expect(fisher(one, other)).toBeCloseTo(p, 4));
});

describe('the balanced value', () => {
	it('lets each group count equally, however many voted in it', () => {
		const { balanced } = summary([
			votes('affected', 10, 0, 0),
			votes('practice', 500, 0, 500),
			votes('research', 0, 2, 8)
		]);
		expect(balanced).toBeCloseTo(0.5, 10);
	});

	it('is missing, with the groups named, when one has fewer than ten votes', () => {
		const result = summary([votes('affected', 50, 0, 0), votes('practice', 9, 0, 0)]);
		expect(result).toMatchObject({ balanced: null, tooFew: ['practice', 'research'] });
	});

	it('knows neither organisations nor people without a group', () => {
		const persons = [votes('affected', 9, 0, 3), votes('practice', 9, 0, 3), votes('research', 9, 0, 3)];
		const more = [...persons, votes('none', 0, 0, 900), votes('research', 0, 0, 50, 'organisation')];
		expect(summary(more)).toEqual(summary(persons));
	});
});

describe('who contests', () => {
	it('is the group whose majority is not that of the others', () => {
		const result = summary([votes('affected', 2, 1, 17), votes('practice', 300, 0, 20), votes('research', 14, 2, 4)]);
		expect(result).toMatchObject({ contestedBy: ['affected'], word: 'contested' });
	});

	it('is nobody as long as a group is too small to speak for itself', () => {
		const result = summary([votes('affected', 0, 0, 9), votes('practice', 300, 0, 0), votes('research', 20, 0, 0)]);
		expect(result).toMatchObject({ contestedBy: [], word: 'open' });
	});

	it('is nobody when there is no majority', () => {
		const result = summary([votes('affected', 5, 2, 5), votes('practice', 9, 0, 3), votes('research', 9, 0, 3)]);
		expect(result.contestedBy).toEqual([]);
	});
});

describe('the word for a result', () => {
	const three = (agree: number, pass: number, disagree: number) => [
		votes('affected', agree, pass, disagree),
		votes('practice', agree, pass, disagree),
		votes('research', agree, pass, disagree)
	];
	it.each([
		['shared', 'agree', three(18, 1, 1)],
		['shared', 'disagree', three(1, 1, 18)],
		['tendency', 'agree', three(6, 2, 2)],
		['mixed', null, three(5, 2, 5)],
		['open', null, three(9, 0, 0)],
		// Everybody agrees by majority, but one group far less than another.
		['contested', null, [votes('affected', 55, 0, 45), votes('practice', 95, 0, 5), votes('research', 90, 0, 10)]]
	])('is %s (%s)', (word, side, results) => expect(summary(results)).toMatchObject({ word, side }));
});
