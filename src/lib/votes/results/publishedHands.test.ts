import { describe, expect, it } from 'vitest';
import { DECLARED_GROUPS } from '../../../../tests/support/opinion/groups.ts';
import type { Group } from '#lib/people/person.ts';
import { handsOf, linesOf, shownRound, type ShownHands } from './publishedResult.ts';
import { nextLines, type Lines } from './publication.ts';
import type { Result } from './result.ts';
import { OPINION } from '../suppression/suppression.ts';

const result = (group: Group, [agree, pass, disagree]: readonly number[], recorded: number): Result => {
	const counts = { agree: agree ?? 0, pass: pass ?? 0, disagree: disagree ?? 0 };
	return { group, standing: 'person', ...counts, n: counts.agree + counts.pass + counts.disagree, recorded };
};
const next = (results: Result[], former: readonly Lines[] = []) =>
	nextLines(linesOf(results), former, OPINION, handsOf(results));
const hands = (lines: Lines | null): ShownHands[] =>
	shownRound(
		{ wordingId: 'w', phaseId: 'p', phaseSlug: 'draft', phaseTitle: 'Entwurf' },
		'now',
		lines ?? {},
		DECLARED_GROUPS
	).hands;

describe('votes written down by helpers', () => {
	it('are told apart where both kinds are ten or more, in every group once there are any', () => {
		const both = [result('affected', [20, 10, 10], 12), result('practice', [20, 5, 5], 0)];
		expect(hands(next(both))).toEqual([
			{ group: 'affected', of: 40, recorded: 12 },
			{ group: 'practice', of: 30, recorded: 0 }
		]);
		expect(hands(next([result('affected', [20, 10, 10], 0)]))).toEqual([]);
	});

	it.each([
		['nine of forty', 40, 9],
		['all but nine', 40, 31],
		['one of twelve', 12, 1]
	])('are held back when one could subtract: %s', (_, n, recorded) => {
		expect(hands(next([result('affected', [n, 0, 0], recorded)]))).toEqual([
			{ group: 'affected', of: n, recorded: null }
		]);
	});

	it('of a small group say nothing', () => {
		expect(hands(next([result('affected', [4, 3, 2], 5)]))).toEqual([]);
	});

	it('are never newer than the group’s own line', () => {
		const before = next([result('affected', [20, 10, 10], 12)]);
		const two = [result('affected', [21, 10, 11], 14)];
		// Two more would tell how these two voted: both figures stay.
		expect(next(two, before ? [before] : [])).toBeNull();
	});

	it('never tell of one to nine, whatever is subtracted from whatever was shown', () => {
		let state = 7;
		const dice = (most: number) => (state = (state * 48_271) % 2_147_483_647) % most;
		for (let testApp = 0; testApp < 60; testApp++) {
			const votes = [0, 0, 0];
			let recorded = 0;
			const history: Lines[] = [];
			for (let hour = 0; hour < 25; hour++) {
				for (let voter = dice(14); voter > 0; voter--) {
					votes[dice(3)] = (votes[dice(3)] ?? 0) + 1;
					recorded += dice(3) === 0 ? 1 : 0;
				}
				recorded = Math.min(
					recorded,
					votes.reduce((sum, one) => sum + one, 0)
				);
				const lines = next([result('affected', votes, recorded)], history);
				if (lines) history.push(lines);
			}
			const told = history.flatMap((lines) => hands(lines).filter((one) => one.recorded !== null));
			const figures = told.flatMap(({ of, recorded }) => [{ helper: recorded ?? 0, self: of - (recorded ?? 0) }]);
			const small = (number: number) => number !== 0 && Math.abs(number) < 10;
			const apart = figures.flatMap((one) =>
				figures.flatMap((other) => [one.helper - other.helper, one.self - other.self])
			);
			const lone = figures.flatMap(({ helper, self }) => [helper, self]);
			expect([...lone, ...apart].filter(small)).toEqual([]);
			// And every figure belongs to a line of the group that was shown with it.
			const totals = history.map((lines) => lines['affected person']?.total);
			for (const { of } of history.flatMap(hands)) expect(totals).toContain(of);
		}
	});
});
