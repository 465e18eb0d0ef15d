import { describe, expect, it } from 'vitest';
import type { Group } from '#lib/people/person.ts';
import { DECLARED_GROUPS } from '../../../../tests/support/opinion/groups.ts';
import { groupsDiffer, fisher } from './groupDifference.ts';
import { exactShares, type KnownShares } from './knownRange.ts';
import { byBridge, summary as summaryOf } from './summary.ts';

const summary = (persons: readonly KnownShares[]) => summaryOf(persons, DECLARED_GROUPS);

const votes = (group: Group, agree: number, pass: number, disagree: number) =>
	exactShares({ group, agree, pass, disagree });
const three = (agree: number, pass: number, disagree: number) =>
	DECLARED_GROUPS.map((group) => votes(group, agree, pass, disagree));

/** A fixed dice, so that a simulation says the same every time. */
function dice(seed: number): () => number {
	let state = seed;
	return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

describe('Fisher’s exact test', () => {
	it.each([
		['tea tasting', { agree: 3, n: 4 }, { agree: 1, n: 4 }, 0.4857],
		['all against none', { agree: 10, n: 10 }, { agree: 0, n: 10 }, 0.0000108],
		['the same', { agree: 5, n: 10 }, { agree: 5, n: 10 }, 1],
		['unequal groups', { agree: 1, n: 10 }, { agree: 11, n: 14 }, 0.002759]
	])('%s', (_, one, other, p) => expect(fisher(one, other)).toBeCloseTo(p, 4));
});

describe('groups differ', () => {
	const group = (agree: number, n: number) => ({ n, agree: { least: agree, most: agree } });
	it.each([
		['when chance does not explain it', [group(90, 100), group(60, 100)], true],
		['not when the difference is too small to matter', [group(900, 1000), group(810, 1000)], false],
		['not when few people explain it', [group(8, 10), group(5, 10)], false],
		// p = .028 alone; among three pairs it must be below .017 to be the only discovery.
		['not when one of many pairs had to differ', [group(19, 30), group(10, 30), group(15, 30)], false],
		['not when it rests on a guess', [group(30, 40), { n: 40, agree: { least: 15, most: 32 } }], false],
		['when even the nearest guess does', [group(38, 40), { n: 40, agree: { least: 5, most: 20 } }], true]
	])('%s', (_, groups, expected) => expect(groupsDiffer(groups)).toBe(expected));
});

describe('the balanced value', () => {
	it('lets each group count equally, however many voted in it', () => {
		const all = [votes('affected', 10, 0, 0), votes('practice', 500, 0, 500), votes('research', 0, 2, 8)];
		expect(summary(all).balanced).toEqual({ least: 0.5, most: 0.5 });
	});

	it('is missing, with the groups named, when one has fewer than ten votes', () => {
		const result = summary([votes('affected', 50, 0, 0), votes('practice', 9, 0, 0)]);
		expect(result).toMatchObject({ balanced: null, tooFew: ['practice', 'research'], bridge: null });
	});

	it('does not know people without a group', () => {
		expect(summary([...three(9, 0, 3), votes('none', 0, 0, 900)])).toEqual(summary(three(9, 0, 3)));
	});

	it('is as inexact as what it rests on', () => {
		const held: KnownShares = { ...votes('research', 10, 5, 5), agree: { least: 10, most: 15 } };
		const { balanced } = summary([votes('affected', 10, 5, 5), votes('practice', 10, 5, 5), held]);
		expect(balanced?.least).toBeCloseTo(0.5, 10);
		expect(balanced?.most).toBeCloseTo((0.5 + 0.5 + 0.75) / 3, 10);
	});
});

describe('who contests', () => {
	it.each([
		['the group whose majority is not that of the others', [2, 1, 17], ['affected']],
		['nobody when there is no majority', [9, 2, 9], []],
		['nobody as long as the group is too small to speak for itself', [0, 0, 9], []]
	])('is %s', (_, [agree = 0, pass = 0, disagree = 0], expected) => {
		const all = [votes('affected', agree, pass, disagree), votes('practice', 300, 0, 20), votes('research', 16, 0, 4)];
		expect(summary(all).contestedBy).toEqual(expected);
	});
});

describe('the word for a result', () => {
	it.each([
		['shared', 'agree', three(18, 1, 1)],
		['shared', 'disagree', three(1, 1, 18)],
		// 8 of 10 is four fifths, and still may be a half: the lower bound says so.
		['tendency', 'agree', three(7, 1, 2)],
		['tendency', 'agree', three(6, 2, 2)],
		['mixed', null, three(5, 2, 5)],
		['open', null, three(9, 0, 0)],
		['contested', null, [votes('affected', 55, 0, 45), votes('practice', 95, 0, 5), votes('research', 90, 0, 10)]],
		['contested', null, [votes('affected', 2, 0, 28), votes('practice', 95, 0, 5)]]
	])('is %s (%s)', (word, side, all) => expect(summary(all)).toMatchObject({ word, side }));

	it('never rests on what is held back', () => {
		const held: KnownShares = { ...votes('affected', 30, 5, 5), agree: { least: 15, most: 40 } };
		expect(summary([held, votes('practice', 30, 5, 5), votes('research', 30, 5, 5)]).word).toBe('mixed');
	});
});

describe('an unclear wording', () => {
	it('shows in the groups where more than four of ten don’t know', () => {
		const all = [votes('affected', 20, 21, 10), votes('practice', 20, 20, 10), votes('research', 1, 8, 0)];
		expect(summary(all).unclearFor).toEqual(['affected']);
	});
});

describe('the order of bridges', () => {
	it('is by the group that agrees least surely, then by all together', () => {
		const [high, low, few] = [
			three(38, 1, 1),
			[...three(38, 1, 1).slice(1), votes('affected', 25, 5, 10)],
			three(9, 0, 0)
		];
		const order = [few, low, high].map((all) => summary(all)).sort(byBridge);
		expect(order.map(({ bridge }) => bridge)).toEqual([high, low, few].map((all) => summary(all).bridge));
	});
});

describe('a declared minority of two in a hundred that rejects', () => {
	const words = (share: (run: number) => number, others: readonly [number, number]) => {
		const roll = dice(7);
		const said = (n: number, share: number) => {
			const agree = Array.from({ length: n }).filter(() => roll() < share).length;
			return [agree, 0, n - agree] as const;
		};
		return Array.from({ length: 1_000 }, (_, run) => {
			const minority = 10 + (run % 21);
			const most = Math.floor(minority * share(run));
			return summary([
				votes('affected', most, 0, minority - most),
				votes('practice', ...said(Math.round(minority * 24.5), others[0])),
				votes('research', ...said(Math.round(minority * 24.5), others[1]))
			]).word;
		});
	};

	it('is never hidden behind »geteilt«, however many others agree', () => {
		const all = words((run) => (run % 6) / 20, [0.9, 0.85]);
		expect(all.filter((word) => word === 'shared')).toEqual([]);
		expect(all.filter((word) => word === 'contested').length).toBeGreaterThan(900);
	});

	it('nor when it differs so little that nobody can be sure of it', () => {
		const all = words((run) => 0.4 + (run % 3) / 20, [0.64, 0.6]);
		expect(all.filter((word) => word === 'shared' || word === 'tendency')).toEqual([]);
		expect(all.filter((word) => word !== 'contested').length).toBeGreaterThan(800);
	});

	it('leaves the point open as long as fewer than ten of it have voted', () => {
		const all = [votes('affected', 0, 0, 9), votes('practice', 400, 0, 20), votes('research', 400, 0, 20)];
		expect(summary(all)).toMatchObject({ word: 'open', tooFew: ['affected'] });
	});
});
